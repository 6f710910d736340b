import { showMode } from './mode.js';
import { money } from './money.js';

const [products, shop] = await Promise.all([fetch('/api/products'), fetch('/api/shop')].map(async r => (await r).json()));
const groups = { Cards: 'Cards and wallets', Coins: 'Coins', Mail: 'By mail' };
const list = document.getElementById('products');
const template = document.getElementById('product');

for (const product of products) {
  const item = template.content.cloneNode(true);
  const art = item.querySelector('.art');
  art.classList.add(product.tint);
  art.append(document.getElementById(`art-${product.id}`).content.cloneNode(true));
  item.querySelector('h2').textContent = product.name;
  item.querySelector('p').textContent = product.description;
  item.querySelector('[name=productId]').value = product.id;
  item.querySelector('select').append(...options());
  item.querySelector('select').setAttribute('aria-label', `Pay for the ${product.name} with`);
  item.querySelector('button').setAttribute('aria-label', `Buy the ${product.name}`);
  list.append(item);
}

list.addEventListener('change', event => {
  localStorage.setItem('rail', event.target.value);
  choose(event.target.value);
});
window.addEventListener('pageshow', () => choose(localStorage.getItem('rail')));
choose(localStorage.getItem('rail'));
showMode(shop);

/** One rail for all cards, and the prices in its currency. */
function choose(id) {
  const rail = shop.rails.find(r => r.id === id) ?? shop.rails[0];
  [...list.children].forEach((card, i) => {
    const product = products[i];
    card.querySelector('select').value = rail.id;
    card.querySelector('.price').textContent = money(rail.currency === 'ARS' ? product.pesos : product.price, rail.currency);
  });
}

function options() {
  return Object.entries(groups).map(([kind, label]) => {
    const group = Object.assign(document.createElement('optgroup'), { label });
    group.append(...shop.rails.filter(r => r.kind === kind).map(r => new Option(r.name, r.id)));
    return group;
  }).filter(group => group.children.length > 0);
}
