package health.vigil.stream;

import health.vigil.observation.PatientId;
import health.vigil.trace.Trace;
import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.providers.DefaultEmitterConfiguration;
import io.smallrye.reactive.messaging.providers.extension.MutinyEmitterImpl;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ObservationStreamTest {
    private final MutinyEmitterImpl<byte[]> emitter =
            new MutinyEmitterImpl<>(new DefaultEmitterConfiguration("observations", null, null, null), 1);
    private final ObservationStream stream = new ObservationStream(emitter);

    @Test
    void whereTheConnectorListensNoLongerTheWayOntoTheStreamIsBroken() {
        var connector =
                Multi.createFrom().publisher(emitter.getPublisher()).subscribe().with(Message::ack);
        var record = new StreamRecord.EpisodeAdmitted(UUID.randomUUID(), new PatientId("p-1"));
        stream.send("p-1", record, Trace.NONE).join();
        assertThat(stream.alive()).isTrue();

        connector.cancel();

        assertThat(stream.alive()).isFalse();
    }
}
