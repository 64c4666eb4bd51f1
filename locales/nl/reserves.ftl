## From the checks

# 505
paid-outside-purpose = Reserve { $payer } is alleen voor { $tags }, maar betaalt { $amounts } voor doel { $goal }, { $serves }.
paid-outside-purpose-help = Dek dit doel uit een andere bron of reserve; het doel van een reserve verruimen is een besluit van de raad.
# reserves
