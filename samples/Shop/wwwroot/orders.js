import { dispute, refunded, told } from './aftersale.js';
import { findLetter, letterDesk } from './letters.js';
import { showMode } from './mode.js';
import { money } from './money.js';

const rows = document.getElementById('rows');
const source = new EventSource('/api/orders/events');
source.addEventListener('order', event => show(JSON.parse(event.data)));

function show(order) {
  document.getElementById('empty').hidden = true;
  const before = document.getElementById(order.id);
  const row = document.createElement('tr');
  row.id = order.id;
  row.append(
    cell(link(`/order.html?id=${encodeURIComponent(order.id)}`, `${order.product}`), note(order.id), ...(order.instructions?.code ? [note(order.instructions.code)] : [])),
    cell(order.rail),
    cell(money(order.price, order.currency), 'num'),
    cell(badge(order.status), ...afterSale(order)),
    cell(history(order.history), ...letterDesk(order), 'history'));
  if (before) {
    row.classList.add('changed');
    before.replaceWith(row);
  } else {
    rows.prepend(row);
  }
}

function cell(...content) {
  const td = document.createElement('td');
  if (content.at(-1) === 'num' || content.at(-1) === 'history') td.className = content.pop();
  td.append(...content);
  return td;
}

function link(href, text) {
  return Object.assign(document.createElement('a'), { href, textContent: text });
}

function note(text) {
  const div = document.createElement('div');
  div.append(Object.assign(document.createElement('code'), { textContent: text }));
  return div;
}

function badge(status) {
  return Object.assign(document.createElement('span'), { className: `badge ${status}`, textContent: status.replaceAll('_', ' ') });
}

function afterSale(order) {
  const texts = [refunded(order), dispute(order) && `dispute ${dispute(order)}`].filter(Boolean);
  return texts.map(textContent => Object.assign(document.createElement('div'), { className: 'after', textContent }));
}

function history(entries) {
  const list = document.createElement('ol');
  for (const entry of entries) {
    const time = new Date(entry.at).toLocaleTimeString('en', { hour12: false });
    list.append(Object.assign(document.createElement('li'), { textContent: `${time} · ${entry.eventType} → ${told(entry)}` }));
  }
  return list;
}

findLetter(document.getElementById('find'));
showMode(await (await fetch('/api/shop')).json());
