/// What messages of other systems say, whatever their format: the codes that we know, the facts of a statement,
/// its identity and its revisions. Pure: no database, no network, no clock.
///
/// Start reading at {@link health.vigil.exchange.Statement}.
@NullMarked
package health.vigil.exchange;

import org.jspecify.annotations.NullMarked;
