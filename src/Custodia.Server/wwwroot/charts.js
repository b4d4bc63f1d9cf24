// Takes a figure away as SVG, PNG, CSV or JSON: from what is drawn and from the table below it, without asking the server.
(() => {
  'use strict';
  const properties = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'opacity'];
  const heading = 54;
  const row = 24;

  const save = (figure, ending, content) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(content);
    link.download = `${figure.dataset.figure}.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  const made = (name, attributes, text = '') => {
    const part = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, value);
    part.textContent = text;
    return part;
  };

  // A drawing without the style sheet: what that gave each part stands in the part itself.
  const styled = shown => {
    const copy = shown.cloneNode(true);
    const [from, to] = [shown, copy].map(root => [root, ...root.querySelectorAll('*')]);
    from.forEach((part, at) => {
      const style = getComputedStyle(part);
      to[at].removeAttribute('class');
      to[at].setAttribute('style', properties.map(name => `${name}:${style.getPropertyValue(name)}`).join(';'));
    });
    return copy;
  };

  // What the page says below the drawing of its lines and bands, in rows that fit its width.
  const legend = (figure, width, top) => {
    const parts = [];
    const pen = document.createElement('canvas').getContext('2d');
    let [x, y] = [8, top + row / 2];
    for (const item of figure.querySelectorAll('.chart-legend > li')) {
      const [swatch, text, style] = [styled(item.querySelector('svg')), item.textContent.trim(), getComputedStyle(item)];
      const [wide, high] = ['width', 'height'].map(name => item.querySelector('svg')[name].baseVal.value);
      pen.font = `${style.fontSize} ${style.fontFamily}`;
      // Away from the page a wider font may stand in for its own.
      const needed = wide + 6 + pen.measureText(text).width * 1.15 + 18;
      if (x > 8 && x + needed > width) [x, y] = [8, y + row];
      for (const [name, value] of Object.entries({ x, y: y - high / 2 })) swatch.setAttribute(name, value);
      parts.push(swatch, made('text', { x: x + wide + 6, y: y + 5, fill: style.color, 'font-family': style.fontFamily, 'font-size': style.fontSize }, text));
      x += needed;
    }
    return { parts, height: parts.length ? y + row / 2 - top + 4 : 0 };
  };

  const drawing = figure => {
    const shown = figure.querySelector('.chart-scroll svg');
    const copy = styled(shown);
    const { width, height } = shown.viewBox.baseVal;
    const below = legend(figure, width, height);
    const whole = heading + height + below.height;
    const ink = getComputedStyle(figure);
    copy.prepend(
      made('rect', { x: 0, y: -heading, width, height: whole, fill: getComputedStyle(document.documentElement).getPropertyValue('--surface') }),
      made('text', { x: 8, y: -32, fill: ink.color, 'font-family': ink.fontFamily, 'font-size': 17, 'font-weight': 600 }, figure.querySelector('figcaption').textContent.trim()),
      // Away from its page it says what it is of.
      made('text', { x: 8, y: -13, fill: ink.color, 'font-family': ink.fontFamily, 'font-size': 12 }, `${document.querySelector('h1').textContent.trim()} · ${figure.dataset.figure}`));
    copy.append(...below.parts);
    for (const [name, value] of Object.entries({ xmlns: copy.namespaceURI, width, height: whole, viewBox: `0 ${-heading} ${width} ${whole}` })) copy.setAttribute(name, value);
    return { text: new XMLSerializer().serializeToString(copy), width, height: whole };
  };

  const table = figure => [...figure.querySelectorAll('table tr')].map(row =>
    [...row.cells].map(cell => cell.dataset.value ?? cell.textContent.trim()));

  const exporters = {
    svg: figure => save(figure, 'svg', new Blob([drawing(figure).text], { type: 'image/svg+xml' })),
    png: figure => {
      const { text, width, height } = drawing(figure);
      const image = new Image();
      image.onload = () => {
        const canvas = Object.assign(document.createElement('canvas'), { width: width * 2, height: height * 2 });
        const context = canvas.getContext('2d');
        context.scale(2, 2);
        context.drawImage(image, 0, 0);
        canvas.toBlob(content => save(figure, 'png', content), 'image/png');
      };
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    },
    csv: figure => {
      const quoted = table(figure).map(row => row.map(cell => /[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell).join(','));
      save(figure, 'csv', new Blob(['\ufeff', quoted.join('\r\n'), '\r\n'], { type: 'text/csv' }));
    },
    json: figure => {
      const [names, ...rows] = table(figure);
      const value = cell => cell !== '' && Number.isFinite(Number(cell)) ? Number(cell) : cell;
      const records = rows.map(row => Object.fromEntries(row.map((cell, at) => [names[at], value(cell)])));
      save(figure, 'json', new Blob([JSON.stringify(records, null, 2)], { type: 'application/json' }));
    },
  };

  document.addEventListener('click', event => {
    const button = event.target.closest('button[data-export]');
    if (button) exporters[button.dataset.export](button.closest('figure'));
  });
})();
