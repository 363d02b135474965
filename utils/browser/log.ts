import { keepFailure } from './failures.ts';

/**
 * Failures that no screen shows at that moment, for the developer's console and, without the message, for the problem
 * report. Never texts of drafts, never secrets: a message and an error's name say enough.
 */
export function logFailure(where: string, error: unknown): void {
  tell(where, error);
  keepFailure(where, error).catch((failed) => tell('failures', failed));
}

function tell(where: string, error: unknown): void {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  console.error(`[jubir] ${where}: ${text}`);
}

/** Keeps what nobody caught, too. Once in each page, and in the background. */
export function logUncaught(): void {
  addEventListener('error', (event) => logFailure('uncaught', (event as ErrorEvent).error));
  addEventListener('unhandledrejection', (event) => logFailure('unhandled', event.reason));
}
