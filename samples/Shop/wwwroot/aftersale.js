import { exact, figure } from './money.js';

/** What went back of the payment; empty when nothing did, or nobody says how much. */
export function refunded({ status, amountPaid, amountRefunded, paidCurrency: currency }) {
  if (!amountRefunded) return '';
  return status === 'refunded' || amountPaid === null
    ? `${exact(amountRefunded, currency)} refunded`
    : `${figure(amountRefunded, currency)} of ${exact(amountPaid, currency)} refunded`;
}

/** How a dispute stands: open, lost or won; empty when there was none. */
export function dispute(order) {
  return order.dispute ?? (order.history.some(entry => entry.dispute === 'won') ? 'won' : '');
}

/** What an event has told. */
export function told({ status, amount, currency, refund, dispute }) {
  const sum = amount ? exact(amount, currency) : '';
  const withSum = text => sum ? `${text} · ${sum}` : text;
  if (refund === 'succeeded') return `refund ${sum}`.trim();
  if (refund) return withSum(`refund ${refund}`);
  if (dispute) return withSum(`dispute ${dispute === 'open' ? 'opened' : dispute}`);
  return withSum(status);
}
