package health.vigil.fhirview;

import health.vigil.observation.ObservationId;
import health.vigil.observation.Sender;
import java.util.UUID;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The ids of resources.
class ResourceIdsTest {
    private static ObservationId id(String sender, String id) {
        return new ObservationId(new Sender(sender), id);
    }

    @Test
    void twoSendersWithOneIdAndShiftedTextDiffer() {
        assertThat(ResourceIds.key(id("nurse", "o-1"))).isNotEqualTo(ResourceIds.key(id("device", "o-1")));
        assertThat(ResourceIds.key(id("ab", "c"))).isNotEqualTo(ResourceIds.key(id("a", "bc")));
    }

    @ParameterizedTest
    @EnumSource
    void theIdOfAPartIsReadBack(ResourcePart part) {
        var id = id("nurse", "a/b c%?#é \\");

        assertThat(ResourceIds.part(ResourceIds.of(id, part)))
                .hasValue(new ResourceIds.PartId(ResourceIds.key(id), part));
    }

    @Test
    void theOtherIdsAreReadBack() {
        assertThat(ResourceIds.grade(ResourceIds.grade(17L))).hasValue(17);
        assertThat(ResourceIds.cells(ResourceIds.cells(new UUID(1, 2), 3)))
                .hasValue(new ResourceIds.CellsId(new UUID(1, 2).toString(), 3));
        assertThat(ResourceIds.target(ResourceIds.provenance("gc17"))).hasValue("gc17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gc", "gc-1", "gc99999999999999999999", "kabc", "p", "0123-t", "cells.x.1", "../x"})
    void anythingElseIsNoId(String text) {
        assertThat(ResourceIds.part(text)).isEmpty();
        assertThat(ResourceIds.grade(text)).isEmpty();
        assertThat(ResourceIds.cells(text)).isEmpty();
    }

    @Test
    void everyIdIsOneOfFhir() {
        assertThat(ViewSamples.all()).extracting(Resource::getIdPart).allMatch(id -> id.matches("[A-Za-z0-9.-]{1,64}"));
    }
}
