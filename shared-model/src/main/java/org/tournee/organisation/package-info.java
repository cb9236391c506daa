/** Who works where: organisation, sites, teams, territories, permanences and workers. */
@NullMarked
package org.tournee.organisation;

import org.jspecify.annotations.NullMarked;
