package health.vigil.observation;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SenderTest {
    @Test
    void itHas1To137Characters() {
        assertThat(new Sender("s".repeat(137)).name()).hasSize(137);
        assertThatIllegalArgumentException().isThrownBy(() -> new Sender("s".repeat(138)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sender(""));
    }

    @Test
    void characterPairsCountOnce() {
        assertThat(new Sender("\uD83D\uDE00".repeat(137)).name()).hasSize(274);
    }

    @Test
    void aNameOnTheTopicIsMarkedOnce() {
        assertThat(Sender.ofTheTopic("lab")).isEqualTo("(stream) lab");
        assertThat(Sender.ofTheTopic("(stream) lab")).isEqualTo("(stream) lab");
    }

    @Test
    void sendersAreInOrderOfTheirNames() {
        var lab = new Sender("lab");
        var gateway = new Sender("gateway");

        assertThat(List.of(lab, gateway).stream().sorted()).containsExactly(gateway, lab);
        assertThat(lab).hasToString("lab");
    }
}
