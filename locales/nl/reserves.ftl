# reserves
