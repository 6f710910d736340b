import { money } from './money.js';

/** Shows a buyer without a payment page what to send, and where; hides the panel when there is nothing to send. */
export function showInstructions(panel, instructions) {
  panel.hidden = !instructions;
  panel.replaceChildren(...(instructions ? content(instructions) : []));
}

function content(it) {
  const list = document.createElement('dl');
  if (it.kind === 'Mail') {
    list.append(...entry('Write this code on the envelope', it.code, 'code'));
    list.append(...entry('Put in', money(it.amount, it.currency)));
    list.append(...entry('Send it to', it.address, 'address'));
  } else {
    list.append(...entry('Send exactly', [it.amount, it.currency].filter(Boolean).join(' '), 'amount', it.amount));
    list.append(...entry('To this address', it.address, 'coin-address', it.address));
  }
  if (it.expiresAt) {
    list.append(...entry(it.kind === 'Mail' ? 'It must arrive by' : 'Until', new Date(it.expiresAt).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' })));
  }
  return [it.qrImage && picture(it), list, it.text && paragraph(it.text), actions(it)].filter(Boolean);
}

function entry(term, text, kind, copied) {
  const dt = Object.assign(document.createElement('dt'), { textContent: term });
  const dd = Object.assign(document.createElement('dd'), { className: kind ?? '' });
  dd.append(Object.assign(document.createElement('span'), { textContent: text }));
  if (copied && navigator.clipboard) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'quiet copy', textContent: 'Copy' });
    button.setAttribute('aria-label', `Copy: ${term}`);
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(copied);
      button.textContent = 'Copied';
    });
    dd.append(button);
  }
  return [dt, dd];
}

function picture(it) {
  return Object.assign(document.createElement('img'), { className: 'qr', src: it.qrImage, width: 180, height: 180, alt: 'QR code to scan with your wallet' });
}

function paragraph(text) {
  return Object.assign(document.createElement('p'), { textContent: text });
}

function actions(it) {
  const links = [];
  if (it.simulatedWallet) links.push(link(it.simulatedWallet, 'primary', 'Open the simulated wallet'));
  if (it.walletUri) links.push(link(it.walletUri, it.simulatedWallet ? 'quiet' : 'primary', 'Open in your wallet'));
  if (links.length === 0) return null;
  const box = Object.assign(document.createElement('div'), { className: 'actions' });
  box.append(...links);
  return box;
}

function link(href, look, textContent) {
  return Object.assign(document.createElement('a'), { href, className: `button ${look}`, textContent });
}
