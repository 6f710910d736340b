import { showMode } from './mode.js';
import { money } from './money.js';

const [products, shop] = await Promise.all([fetch('/api/products'), fetch('/api/shop')].map(async r => (await r).json()));
const list = document.getElementById('products');
const template = document.getElementById('product');

for (const product of products) {
  const item = template.content.cloneNode(true);
  const art = item.querySelector('.art');
  art.classList.add(product.tint);
  art.append(document.getElementById(`art-${product.id}`).content.cloneNode(true));
  item.querySelector('h2').textContent = product.name;
  item.querySelector('p').textContent = product.description;
  item.querySelector('.price').textContent = money(product.price, product.currency);
  item.querySelector('[name=productId]').value = product.id;
  const rails = item.querySelector('.rails');
  shop.rails.forEach((rail, i) => {
    const button = document.createElement('button');
    button.name = 'provider';
    button.value = rail.id;
    button.textContent = rail.name;
    button.className = i === 0 ? 'primary' : 'quiet';
    button.setAttribute('aria-label', `Buy the ${product.name} with ${rail.name}`);
    rails.append(button);
  });
  list.append(item);
}

showMode(shop);
