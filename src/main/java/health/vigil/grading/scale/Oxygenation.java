package health.vigil.grading.scale;

import health.vigil.observation.Observation;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenTherapy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The newest record of oxygen.
record Oxygenation(Optional<Observation> record) {
    private static final BigDecimal HIGH = new BigDecimal("0.40");

    static Oxygenation of(List<Observation> inOrder) {
        return new Oxygenation(inOrder.stream()
                .filter(observation -> observation.content() instanceof OxygenTherapy)
                .reduce((_, later) -> later));
    }

    private Optional<OxygenTherapy> therapy() {
        return record.map(Observation::content)
                .map(OxygenTherapy.class::cast)
                .filter(therapy -> therapy.device() != OxygenDevice.ROOM_AIR);
    }

    boolean onOxygen() {
        return therapy().isPresent();
    }

    boolean ventilated() {
        return therapy()
                .filter(therapy -> therapy.device() == OxygenDevice.VENTILATOR)
                .isPresent();
    }

    /// Whether the inspired fraction is 40 % or more; absent if it is not charted.
    Optional<Boolean> high() {
        return therapy()
                .flatMap(OxygenTherapy::fio2)
                .filter(OxygenTherapy::plausibleFio2)
                .map(fio2 -> fio2.compareTo(HIGH) >= 0);
    }

    String description() {
        return therapy()
                .map(therapy -> therapy.device().word().replace('-', ' '))
                .orElse("room air");
    }
}
