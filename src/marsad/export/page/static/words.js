// Elements and words: how the page writes days, numbers, names and marks. All text goes in as text, never as markup.
(() => {
  const SVG = 'http://www.w3.org/2000/svg';
  const DAY = 86400000;
  const HIDDEN = /\ue000+/g;

  function put(node, properties, children) {
    for (const [key, value] of Object.entries(properties || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (key === 'on') for (const [name, action] of Object.entries(value)) node.addEventListener(name, action);
      else node.setAttribute(key, value === true ? '' : value);
    }
    for (const child of children.flat(Infinity)) {
      if (child === null || child === undefined || child === false || child === '') continue;
      node.append(child);
    }
    return node;
  }
  const el = (tag, properties, ...children) => put(document.createElement(tag), properties, children);
  const svg = (tag, properties, ...children) => put(document.createElementNS(SVG, tag), properties, children);

  // Text from a report; withheld names become words.
  function text(words) {
    const parts = [];
    let at = 0;
    for (const hidden of words.matchAll(HIDDEN)) {
      parts.push(words.slice(at, hidden.index), withheld());
      at = hidden.index + hidden[0].length;
    }
    parts.push(words.slice(at));
    return parts;
  }
  // A name or title, isolated from the direction of what stands around it.
  const said = (words) => el('bdi', { dir: 'auto' }, text(words));
  const withheld = () => el('span', { class: 'withheld' }, 'name withheld');
  const party = (name) => (name === null ? withheld() : said(name));
  const plain = (text) => (text || '').replace(HIDDEN, 'name withheld');

  function joined(items, separator) {
    return items.flatMap((item, i) => (i ? [separator, item] : [item]));
  }

  const utc = (options) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
  const FULL = utc({ day: 'numeric', month: 'long', year: 'numeric' });
  const MONTH = utc({ month: 'long', year: 'numeric' });
  const DAY_MONTH = utc({ day: 'numeric', month: 'long' });
  const date = (iso) => new Date(`${iso}T00:00:00Z`);
  const year = (day) => String(day.getUTCFullYear());

  // An interval of days in as few words as it takes: "6 June 2017", "2–8 June 2017", "June 2017", "2016–2017".
  function days(start, end) {
    const a = date(start), b = date(end);
    if (start === end) return FULL.format(a);
    const after = new Date(b.getTime() + DAY);
    if (a.getUTCDate() === 1 && after.getUTCDate() === 1) {
      if (a.getUTCMonth() === 0 && after.getUTCMonth() === 0) return year(a) === year(b) ? year(a) : `${year(a)}–${year(b)}`;
      if (start.slice(0, 7) === end.slice(0, 7)) return MONTH.format(a);
      return `${MONTH.format(a)} – ${MONTH.format(b)}`;
    }
    if (start.slice(0, 7) === end.slice(0, 7)) return `${a.getUTCDate()}–${FULL.format(b)}`;
    if (year(a) === year(b)) return `${DAY_MONTH.format(a)} – ${FULL.format(b)}`;
    return `${FULL.format(a)} – ${FULL.format(b)}`;
  }

  const number = (n) => n.toLocaleString('en-GB');
  function count(low, high) {
    if (low === null && high === null) return 'a number not told';
    if (low === null) return `up to ${number(high)}`;
    if (high === null) return `at least ${number(low)}`;
    return low === high ? number(low) : `${number(low)}–${number(high)}`;
  }
  const many = (n, one, more) => `${number(n)} ${n === 1 ? one : more || `${one}s`}`;

  let regions = null;
  function country(code) {
    if (!code) return '';
    try {
      regions = regions || new Intl.DisplayNames(['en'], { type: 'region' });
      return regions.of(code) || code;
    } catch { return code; }
  }

  // The mark of a modality: only what happened or goes on is filled.
  function mark(modality, group) {
    const shapes = {
      happened: [['circle', { cx: 8, cy: 8, r: 5.5, class: 'full' }]],
      ongoing: [['circle', { cx: 8, cy: 8, r: 3.4, class: 'full' }], ['circle', { cx: 8, cy: 8, r: 6.6, class: 'line' }]],
      planned: [['circle', { cx: 8, cy: 8, r: 5.8, class: 'line dashed' }]],
      threatened: [['path', { d: 'M8 1.8 14.6 13.6H1.4Z', class: 'line' }], ['path', { d: 'M8 6v3.6M8 11.2v1', class: 'line' }]],
      possible: [['circle', { cx: 8, cy: 8, r: 6.6, class: 'line dotted' }], ['path', { d: 'M6.2 6.6c0-2.6 3.7-2.4 3.6-.1 0 1.4-1.8 1.5-1.8 2.900M8 11v.8', class: 'line' }]],
      denied: [['circle', { cx: 8, cy: 8, r: 6.4, class: 'line' }], ['path', { d: 'M4.4 4.4 11.6 11.6M11.6 4.4 4.4 11.6', class: 'line' }]],
    };
    const parts = (shapes[modality] || shapes.possible).map(([tag, properties]) => svg(tag, properties));
    return svg('svg', { class: `mark g-${group || 'none'}`, viewBox: '0 0 16 16', 'aria-hidden': 'true' }, parts);
  }

  Object.assign(marsad, { el, svg, text, said, party, plain, joined, date, days, number, count, many, country, mark, DAY });
})();
