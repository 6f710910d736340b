/** An amount as people write it. Coins have codes that are no ISO currencies; they stand behind the amount. */
export function money(amount, currency) {
  return /^[A-Z]{3}$/.test(currency ?? '')
    ? new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount)
    : `${amount} ${currency ?? ''}`.trim();
}
