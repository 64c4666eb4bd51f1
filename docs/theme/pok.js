// Colours the plans in the book, names the rows of the page of codes, and says in which language a page is.
(() => {
  // The words of the keywords of both languages; a test holds them to the grammar.
  const WORDS = `
    aan aantal about accepteer account actual add addition afgerond after all alle alleen allow als and any
    applies as at available balance basis baten because beginstand begint begroot behoeve bereikt beschikbaar
    besloten besluit besteden betaald bij billion blijft bovengrens bron budget by ca. ceiling change cijfers
    circa code college commit continued continues correctie correction cost council count course coverage
    covered currency date datum decided decision deel dekking dient document doel door drop duizend during
    each eenmalig eigenaar eind eindigt eindstand eis elk en end ends enige ernst error evaluate evalueer
    executive expect expected figures floor follow-up for fout from gebruik gedekt gedurende geldt genoemd
    genomen gestopt geïndexeerd goal goes granted grondslag grootboek has heeft help hoogste hulp in
    incidenteel include income indexed is jaar jaarlijks jaren kind language lapsed lapses lasten let lezing
    lijst list max melding message met miljard miljoen million min mln most movement mrd mutatie na naar named
    needs neem new niet niets nieuw not note nothing number nummer obligated of omdat on onbeperkt once
    ondergrens only onttrek onttrekking onttrekt op opening opmerking optional optioneel or owner pack paid
    pakket parameter part per plafond plan planned pm positief positive prioriteit priority proposed raad
    reached reading realisatie recurring refines regel regels rejected release remainder require reserve
    restant returns rounded rule rules saldo scale scenario schaal schrap serves set severity shift som soort
    source spend starts stated status statutory stays stel stopped stort storting structureel sum t/m taakveld
    taal tabel table taken task-field tbc temporary ten terug terugbetalen test thema theme thousand through
    titel title to toegekend toelichting toets toevoeging tot tot-datum totaal total uit uiterlijk unlimited
    unspent until until-date url use valuta van vanaf vastgelegd vereist verfijnt verloop vermeld verplicht
    verplichten verschuif versie version vervallen vervalt vervolg verwacht verworpen voor voorgesteld
    voorheen voort voortgezet vrijval waarbij waarschuwing warning was wettelijk where wijzig with withdraw
    withdrawal withdraws year yearly years zet
  `;

  const language = (hljs) => ({
    name: "pok",
    case_insensitive: true,
    keywords: { $pattern: /ca\.|[A-Za-z\u00c0-\u024f_][\w\u00c0-\u024f/-]*/, keyword: WORDS.trim().replace(/\s+/g, " ") },
    contains: [
      hljs.COMMENT("#", "$"),
      hljs.QUOTE_STRING_MODE,
      { className: "symbol", begin: /@ *[A-Za-z\u00c0-\u024f][\w\u00c0-\u024f-]*/ },
      { className: "meta", begin: /\b(POK[0-9]{3}|[A-Z]+(-[A-Z]+)*-[0-9]{3})\b/ },
      // A name with a number in it is no number.
      { begin: /[A-Za-z\u00c0-\u024f_]+-?[0-9][\w-]*/ },
      { className: "number", begin: /[0-9]+([.,_/-][0-9]+)*/ },
      { className: "deletion", begin: /\|/ },
    ],
  });

  const colour = () => {
    if (!window.hljs) return;
    hljs.registerLanguage("pok", language);
    for (const block of document.querySelectorAll("code.language-pok")) {
      block.textContent = block.textContent;
      delete block.dataset.highlighted;
      (hljs.highlightElement || hljs.highlightBlock)(block);
    }
  };

  const nameRows = () => {
    for (const cell of document.querySelectorAll("main td:first-child")) {
      const code = cell.textContent.trim();
      if (/^[A-Z]+(-[A-Z]+)*-?[0-9]{3}$/.test(code)) cell.parentElement.id = code;
    }
    const place = decodeURIComponent(location.hash.slice(1));
    if (/^[A-Z]/.test(place) && document.getElementById(place)) location.replace(location.hash);
  };

  const english = /\/en\/[^]*$|^(?!.*\/nl\/).*\/json\.html$/.test(location.pathname);
  document.documentElement.lang = english ? "en" : "nl";
  colour();
  nameRows();
})();
