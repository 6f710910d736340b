import { dispute, refunded } from './aftersale.js';
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
  partially_refunded: 'Part of your payment was refunded.',
  refunded: 'Your payment was refunded.',
  reversed: 'Your payment was reversed.',
  disputed: 'Your payment is disputed.',
  review: 'We are looking at your payment.',
  pending_manual: 'Waiting for your letter.',
  manual_canceled: 'This order was canceled.',
  manual_expired: 'Your letter has not come in time.',
  manual_revoked: 'Your payment was undone.',
};
const moving = new Set(['new', 'pending', 'partial', 'pending_manual']);
const paid = new Set(['succeeded', 'partially_refunded', 'refunded', 'disputed']);
const unpaid = new Set(['failed', 'reversed', 'manual_canceled', 'manual_expired', 'manual_revoked']);
const disputes = {
  open: ['open', 'You disputed this payment', 'Your bank has not decided yet'],
  lost: ['done', 'The dispute was decided for you', 'The money goes back to you'],
  won: ['done', 'The dispute was decided for the shop', 'No money went back for it'],
};
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
  const title = order.dispute === 'lost' ? 'Your dispute was decided for you.' : titles[status] ?? `Your payment is ${status}.`;
  document.title = `${title} — Loop & Thread`;
  $('title').textContent = title;
  $('what').textContent = `${order.product}, ${money(order.price, order.currency)}, ${order.rail}`;
  step('opened', true, `Order ${order.id}`);
  const isLetter = order.instructions?.kind === 'Mail';
  showInstructions($('instructions'), status === 'new' || status === 'pending_manual' ? order.instructions : null);
  const last = order.history.at(-1);
  $('reported').querySelector('span span').textContent = isLetter ? 'Somebody looked after your letter' : 'The payment provider reported to the shop';
  step('reported', last !== undefined, last ? `${last.eventType}${isLetter ? '' : ' · signature verified'}` : '');
  step('settled', paid.has(status), isLetter ? '' : paid.has(status) ? 'The webhook ended the wait' : status);
  $('settled').querySelector('span span').textContent = unpaid.has(status) ? 'Order not paid' : 'Order paid';
  $('settled').classList.toggle('bad', unpaid.has(status) || status === 'review');
  later('refund', status === 'refunded' ? ['done', 'Your money went back', refunded(order)]
    : refunded(order) ? ['done', 'Part of your money went back', refunded(order)] : undefined);
  later('dispute', disputes[dispute(order)]);
  if (!moving.has(status)) stop();
  if (isLetter) $('waiting').hidden = true;
}

function step(name, done, note) {
  $(name).classList.toggle('done', done);
  $(name).querySelector('small').textContent = done || note !== 'new' ? note : '';
}

/** A step that most orders do without. */
function later(name, shown) {
  const [look, text, note] = shown ?? ['', '', ''];
  $(name).hidden = !shown;
  $(name).className = look;
  $(name).querySelector('span span').textContent = text;
  $(name).querySelector('small').textContent = note;
}

function stop() {
  waiting = false;
  clearInterval(clock);
  $('waiting').hidden = true;
}
