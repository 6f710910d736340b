/** Says at the foot of the page whether money moves. */
export function showMode(shop) {
  const mode = document.getElementById('mode');
  mode.textContent = shop.simulated ? 'Payments here are simulated: no money moves. ' : 'Payments here are real.';
  if (shop.simulated) {
    const link = Object.assign(document.createElement('a'), { href: shop.simulator, textContent: 'Open the simulator’s desk' });
    mode.append(link, ' to refund or dispute a payment.');
  }
}
