export function speed(): boolean {
  return true;
}
