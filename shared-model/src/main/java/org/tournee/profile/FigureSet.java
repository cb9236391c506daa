package org.tournee.profile;

import java.util.Map;

/** Figures that belong together, as a profile holds them. Rule: R-SEG-0. */
interface FigureSet {

    /** Notes each that there is. */
    void into(Map<NormFigure, Figure> figures);
}
