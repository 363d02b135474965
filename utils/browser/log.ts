/**
 * Failures that no screen shows at that moment, for the developer's console. Never texts of drafts, never
 * secrets: a message and an error's name say enough.
 */
export function logFailure(where: string, error: unknown): void {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  console.error(`[jubir] ${where}: ${text}`);
}
