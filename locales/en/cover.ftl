# cover
