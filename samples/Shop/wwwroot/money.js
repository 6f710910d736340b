/** An amount as people write it. Coins have codes that are no ISO currencies; they stand behind the amount. */
export function money(amount, currency) {
  return isIso(currency)
    ? new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount)
    : exact(amount, currency);
}

/** An amount with its code behind it, as books have it. */
export function exact(amount, currency) {
  return `${figure(amount, currency)}\u00a0${currency ?? ''}`.trim();
}

/** The same without the code. */
export function figure(amount, currency) {
  if (!isIso(currency)) return plain(amount);
  const { maximumFractionDigits: digits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(amount);
}

// BTC and XMR look like ISO codes; with two decimals a part of a coin would be nothing.
function isIso(currency) {
  return Intl.supportedValuesOf('currency').includes(currency);
}

// A number below a millionth prints itself as 7e-8.
function plain(amount) {
  return String(amount).includes('e') ? Number(amount).toFixed(18).replace(/\.?0+$/, '') : String(amount);
}
