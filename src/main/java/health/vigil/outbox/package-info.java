/// The outbox: messages that are written to PostgreSQL in one transaction with a fact, and sent to Kafka
/// after it.
@NullMarked
package health.vigil.outbox;

import org.jspecify.annotations.NullMarked;
