// The box that finds anything: "/" goes to it from anywhere on a page, and while it has the keyboard the arrow keys move
// through what was found and not through the text.
document.addEventListener('keydown', event => {
  const box = document.querySelector('.find input[type="search"]');
  if (!box || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const arrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
  if (event.target === box && arrow) {
    event.preventDefault();
  } else if (event.key === '/' && !event.target.closest('input, textarea, select, [contenteditable]')) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});
