/// What electronic health records use: cards with the grades (CDS Hooks 2.0), and a launch of the pages with the
/// patient whose chart is open (SMART App Launch 2.2).
///
/// Start reading at `CdsServiceResource` and `LaunchResource`.
@NullMarked
package health.vigil.ehr;

import org.jspecify.annotations.NullMarked;
