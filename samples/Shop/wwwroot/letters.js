import { money } from './money.js';

const labels = { cancel: 'Cancel the order', reopen: 'A late letter came: open again', revoke: 'Undo the payment' };

/** What the merchant can do with the letter of an order; nothing for orders that are paid otherwise. */
export function letterDesk(order) {
  if (order.steps.length === 0) return [];
  const told = Object.assign(document.createElement('p'), { className: 'told' });
  told.setAttribute('role', 'status');
  const desk = Object.assign(document.createElement('div'), { className: 'desk' });
  if (order.steps.includes('received')) desk.append(receipt(order, told));
  const others = order.steps.filter(step => step in labels).map(step => button(labels[step], 'quiet', () => take(order, step, {}, told)));
  desk.append(told, ...others);
  return [desk];
}

/** Finds the order that a code on an envelope stands for, however it was written. */
export function findLetter(form) {
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const answer = await fetch(`/api/letters/by-code?code=${encodeURIComponent(form.code.value)}`);
    const found = await answer.json();
    form.querySelector('.told').textContent = answer.ok ? '' : found.message;
    if (answer.ok) {
      const row = document.getElementById(found.orderId);
      row.scrollIntoView({ block: 'center' });
      (row.querySelector('.desk input') ?? row.querySelector('a')).focus();
    }
  });
}

function receipt(order, told) {
  const { amount: expected, currency } = order.instructions;
  document.getElementById('find').hidden = false;
  const id = `amount-${order.id}`;
  const form = Object.assign(document.createElement('form'), { className: 'receipt' });
  const label = Object.assign(document.createElement('label'), { htmlFor: id, textContent: `Envelope arrived with (${currency})` });
  const input = Object.assign(document.createElement('input'), { id, inputMode: 'decimal', autocomplete: 'off', required: true, placeholder: expected });
  form.append(label, input, Object.assign(document.createElement('button'), { className: 'primary', textContent: 'Confirm' }));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const amount = input.value.trim();
    const difference = await take(order, 'received', { amount }, told);
    if (difference === undefined) return;
    const size = money(Math.abs(difference), currency);
    told.textContent = `${money(amount, currency)} is ${size} ${difference < 0 ? 'less' : 'more'} than expected. Is it payment in full?`;
    told.append(
      button('Yes, take it', 'primary', () => take(order, 'received', { amount, acceptDifference: true }, told)),
      button('No, leave it open', 'quiet', () => told.replaceChildren()));
  });
  return form;
}

/** Takes a step. A success shows by itself, when the order changes. Gives back the difference when the amount is not the expected one. */
async function take(order, step, body, told) {
  const answer = await fetch(`/api/letters/${encodeURIComponent(order.id)}/${step}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.ok) return undefined;
  const refusal = answer.status === 403 ? { message: 'Only from the machine that the shop runs on.' } : await answer.json();
  told.textContent = refusal.message;
  return refusal.difference ?? undefined;
}

function button(textContent, className, press) {
  const made = Object.assign(document.createElement('button'), { type: 'button', className, textContent });
  made.addEventListener('click', press);
  return made;
}
