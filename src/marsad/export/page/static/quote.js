// A sentence in its paragraph, with the words that the claim was read from marked.
(() => {
  const { el, text } = marsad;
  const MEANING = {
    trigger: 'what happened', again: 'the same happening again', who: 'who', whom: 'to whom', where: 'where',
    when: 'when', figure: 'how many', means: 'with what', source: 'who says so',
  };

  function quote(record, claim) {
    const passage = record.passages[claim.p];
    const cuts = new Set([0, passage.text.length, ...claim.s]);
    for (const [start, end] of claim.marks) cuts.add(start).add(end);
    const places = [...cuts].sort((a, b) => a - b);
    const pieces = [];
    for (let i = 0; i + 1 < places.length; i += 1) pieces.push(piece(passage.text, places[i], places[i + 1], claim));
    const before = [], sentence = [], after = [];
    for (const { start, node } of pieces) (start < claim.s[0] ? before : start < claim.s[1] ? sentence : after).push(node);
    return el('blockquote', { class: 'quote', dir: 'auto' },
      passage.cut[0] && '… ', before,
      el('span', { class: 'sentence' }, sentence),
      after, passage.cut[1] && ' …');
  }

  function piece(passage, start, end, claim) {
    const kinds = [...new Set(claim.marks.filter(([a, b]) => a <= start && end <= b).map(([, , kind]) => kind))];
    const words = text(passage.slice(start, end).replace(/\s+/g, ' '));
    if (!kinds.length) return { start, node: el('span', {}, words) };
    const title = kinds.map((kind) => MEANING[kind]).join(', ');
    return { start, node: el('mark', { class: kinds.join(' '), title }, words) };
  }

  marsad.quote = quote;
})();
