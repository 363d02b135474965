import browser from 'webextension-polyfill';
import { type Addresses, readAddresses } from '../platform/addresses.ts';

const key = 'city-addresses';

/** The addresses that the city's policy set when it was last read: the policy itself may take seconds to answer. */
export async function cityAddresses(): Promise<Addresses> {
  return readAddresses((await browser.storage.local.get(key))[key]);
}

/** Keeps what the policy says now. */
export async function keepCityAddresses(addresses: Addresses): Promise<void> {
  await browser.storage.local.set({ [key]: addresses });
}
