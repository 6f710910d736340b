import { showInstructions } from './instructions.js';
import { money } from './money.js';

const id = new URLSearchParams(location.search).get('id') ?? '';
const $ = name => document.getElementById(name);
const titles = {
  new: 'Waiting for your payment…',
  pending: 'Your payment is on its way.',
  partial: 'Part of your payment arrived.',
  succeeded: 'Paid. Thank you!',
  failed: 'The payment did not go through.',
  refunded: 'Your payment was refunded.',
  disputed: 'Your payment is disputed.',
  review: 'We are looking at your payment.',
  pending_manual: 'Waiting for your letter.',
  manual_canceled: 'This order was canceled.',
  manual_expired: 'Your letter has not come in time.',
  manual_revoked: 'Your payment was undone.',
};
const moving = new Set(['new', 'pending', 'partial', 'pending_manual']);
const unpaid = new Set(['failed', 'manual_canceled', 'manual_expired', 'manual_revoked']);
const began = Date.now();
let polls = 0;
let waiting = true;

const clock = setInterval(() => {
  const seconds = Math.round((Date.now() - began) / 1000);
  $('clock').textContent = `${seconds} s · ${polls === 1 ? 'asked once' : `asked ${polls} times`}`;
}, 250);

const source = new EventSource(`/api/orders/${encodeURIComponent(id)}/events`);
source.addEventListener('order', event => show(JSON.parse(event.data)));
source.addEventListener('poll', () => { polls++; });
source.addEventListener('done', () => source.close());
source.onerror = () => {
  if (source.readyState === EventSource.CLOSED && waiting) {
    document.title = 'There is no such order — Loop & Thread';
    $('title').textContent = 'There is no such order.';
    $('steps').hidden = $('foot').hidden = true;
    stop();
  }
};

function show(order) {
  const status = order.status;
  document.title = `${titles[status] ?? status} — Loop & Thread`;
  $('title').textContent = titles[status] ?? `Your payment is ${status}.`;
  $('what').textContent = `${order.product}, ${money(order.price, order.currency)}, ${order.rail}`;
  step('opened', true, `Order ${order.id}`);
  const isLetter = order.instructions?.kind === 'Mail';
  showInstructions($('instructions'), status === 'new' || status === 'pending_manual' ? order.instructions : null);
  const last = order.history.at(-1);
  $('reported').querySelector('span span').textContent = isLetter ? 'Somebody looked after your letter' : 'The payment provider reported to the shop';
  step('reported', last !== undefined, last ? `${last.eventType}${isLetter ? '' : ' · signature verified'}` : '');
  step('settled', status === 'succeeded' || status === 'refunded', isLetter ? '' : status === 'succeeded' ? 'The webhook ended the wait' : status);
  $('settled').querySelector('span span').textContent = unpaid.has(status) ? 'Order not paid' : 'Order paid';
  $('settled').classList.toggle('bad', unpaid.has(status) || status === 'disputed' || status === 'review');
  if (!moving.has(status)) stop();
  if (isLetter) $('waiting').hidden = true;
}

function step(name, done, note) {
  $(name).classList.toggle('done', done);
  $(name).querySelector('small').textContent = done || note !== 'new' ? note : '';
}

function stop() {
  waiting = false;
  clearInterval(clock);
  $('waiting').hidden = true;
}
