// The list of events, drawn in portions; each opens in place.
(() => {
  const { el, head, panel, days, many, number } = marsad;
  const PORTION = 60;
  const MONTH = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });

  function create(record, onOpen) {
    const list = document.getElementById('list');
    const more = document.getElementById('more');
    const status = document.getElementById('status');
    let events = [];
    let drawn = 0;
    let order = 'old';
    let heading = null;

    function show(passing, by, filtered) {
      events = passing;
      order = by;
      drawn = 0;
      heading = null;
      list.replaceChildren();
      draw(PORTION);
      const total = many(record.events.length, 'event');
      status.textContent = filtered ? `${number(events.length)} of ${total} pass the filters` : total;
    }

    function draw(upTo) {
      const portion = document.createDocumentFragment();
      for (const event of events.slice(drawn, drawn + upTo)) {
        const text = headingOf(event);
        if (text !== heading && text !== null) portion.append(el('li', { class: 'month', role: 'presentation' }, text));
        heading = text;
        portion.append(item(event));
      }
      drawn = Math.min(events.length, drawn + upTo);
      list.append(portion);
      const left = events.length - drawn;
      more.hidden = left === 0;
      more.textContent = `Show ${number(Math.min(PORTION, left))} more of ${number(left)}`;
      if (!events.length) list.append(el('li', { class: 'empty' }, 'No event passes these filters.'));
    }

    function headingOf(event) {
      if (order !== 'old' && order !== 'new') return null;
      return event.from === null ? 'Time not known' : MONTH.format(event.from);
    }

    function item(event) {
      const row = el('li', {});
      const article = el('article', { class: `event ${event.real ? 'real' : 'unreal'} m-${event.modality}`, id: event.id },
        head(record, event, () => toggle(row, event)),
        el('div', { class: 'panel', id: `p-${event.id}`, hidden: true }));
      article.querySelector('.head').addEventListener('click', (click) => {
        if (!click.target.closest('a, button')) article.querySelector('.open').click();
      });
      row.append(article);
      return row;
    }

    function toggle(row, event) {
      const open = row.querySelector('.open').getAttribute('aria-expanded') === 'true';
      set(row, event, !open);
      onOpen(event, !open);
    }

    function set(row, event, open) {
      const body = row.querySelector('.panel');
      if (open && !body.firstChild) body.append(...panel(record, event).filter(Boolean));
      body.hidden = !open;
      row.querySelector('.open').setAttribute('aria-expanded', String(open));
    }

    const rowOf = (event) => {
      const article = document.getElementById(event.id);
      return article && article.parentNode;
    };

    // Draws as far as the event, opens it and puts it into sight; false when it does not pass the filters.
    function reveal(event, focus) {
      const place = events.indexOf(event);
      if (place < 0) return false;
      if (place >= drawn) draw(Math.ceil((place + 1 - drawn) / PORTION) * PORTION);
      const row = rowOf(event);
      set(row, event, true);
      row.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
      if (focus) row.querySelector('.open').focus({ preventScroll: true });
      return true;
    }

    more.addEventListener('click', () => {
      const next = drawn;
      draw(PORTION);
      if (events[next]) rowOf(events[next]).querySelector('.open').focus();
    });

    list.addEventListener('keydown', (event) => {
      if (!event.target.matches('.open') || event.altKey || event.ctrlKey || event.metaKey) return;
      const buttons = [...list.querySelectorAll('.open')];
      const at = buttons.indexOf(event.target);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
      if (event.key === 'Escape' && event.target.getAttribute('aria-expanded') === 'true') event.target.click();
      if (to === undefined || !buttons[to]) return;
      event.preventDefault();
      buttons[to].focus();
    });

    // Paper has no buttons: every event that passes the filters is drawn and opened, and closed again afterwards.
    let opened = [];
    function openAll() {
      if (drawn < events.length) draw(events.length);
      opened = events.filter((event) => rowOf(event).querySelector('.open').getAttribute('aria-expanded') !== 'true');
      for (const event of opened) set(rowOf(event), event, true);
    }
    function closeAgain() {
      for (const event of opened) set(rowOf(event), event, false);
      opened = [];
    }
    addEventListener('beforeprint', openAll);
    addEventListener('afterprint', closeAgain);

    return { show, reveal };
  }

  marsad.list = create;
})();
