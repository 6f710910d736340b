/** Says at the foot of the page whether money moves. */
export function showMode(shop) {
  const mode = document.getElementById('mode');
  mode.textContent = shop.simulated ? 'Payments here are simulated: no money moves. ' : 'Payments here are real.';
  if (shop.simulated) {
    const links = shop.desks.map(desk => Object.assign(document.createElement('a'), { href: desk.url, textContent: desk.name }));
    mode.append('Refund or dispute them at a simulator’s desk: ', ...links.flatMap((link, i) => i === 0 ? [link] : [' · ', link]));
  }
}
