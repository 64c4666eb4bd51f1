### Rules, accepted deviations, packs

rule-says = { $text }
