# Wat `check --fix` doet, en zou kunnen doen.

# Wat een herstel doet.
fix-write-instead = schrijf { $text } in plaats van { $old }

# Na een controle zonder --fix.
fixable = [*] { $count ->
    [one] 1 bevinding kan
   *[other] { $count } bevindingen kunnen
} met --fix hersteld worden
fixable-and-unsafe = [*] { $count ->
    [one] 1 bevinding kan
   *[other] { $count } bevindingen kunnen
} met --fix hersteld worden; nog { $unsafe } met --unsafe-fixes
fixable-unsafe = [*] { $unsafe ->
    [one] 1 bevinding kan
   *[other] { $unsafe } bevindingen kunnen
} met --unsafe-fixes hersteld worden; dat verandert bedragen of perioden

# Na --fix, en na --diff.
fix-none = niets hersteld
fix-done = { $count ->
    [one] 1 bevinding hersteld
   *[other] { $count } bevindingen hersteld
}
fix-would = { $count ->
    [one] 1 bevinding zou hersteld worden
   *[other] { $count } bevindingen zouden hersteld worden
}
fix-none-to-do = niets zou hersteld worden
fix-with-unsafe = { $what }; { $count ->
    [one] nog 1 kan
   *[other] nog { $count } kunnen
} met --unsafe-fixes; dat verandert bedragen of perioden, lees ze na
fix-elsewhere = Ook in { $files } valt iets te herstellen, maar { $count ->
    [one] dat bestand is
   *[other] die bestanden zijn
} niet genoemd: geef { $count ->
    [one] het
   *[other] ze
} ook aan pok check mee om { $count ->
    [one] het
   *[other] ze
} te veranderen.
fix-left-out = { $file }:{ $line }:{ $column }: niet toegepast, omdat het de bevinding niet wegneemt of de tekst slechter leesbaar maakt: { $title }
