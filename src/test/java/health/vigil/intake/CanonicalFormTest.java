package health.vigil.intake;

import health.vigil.intake.json.ContentHash;
import health.vigil.intake.json.ContentJson;
import health.vigil.observation.Kind;
import health.vigil.observation.Word;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The same content has one form and one hash, however it was written.
class CanonicalFormTest {
    @ParameterizedTest
    @EnumSource
    void contentThatWasWrittenReadsBackEqual(Kind kind) {
        for (var fields : new String[] {Samples.least(kind), Samples.most(kind)}) {
            var content = Samples.content(kind, fields);

            assertThat(ContentJson.read(kind, ContentJson.write(content))).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            vital-signs    | 'temperature': 38 | 'temperature': 38.00
            vital-signs    | 'temperature': 38 | 'temperature': 3.8e1
            vital-signs    | 'temperature': 38 | 'temperature': {'value': 100.4, 'unit': '[degF]'}
            vital-signs    | 'temperature': 38 | 'temperature': {'value': 311.15, 'unit': 'K'}
            vital-signs    | 'systolic': 90 | 'systolic': {'value': 11.99898, 'unit': 'kPa'}
            vital-signs    | 'heartRate': 90, 'spo2': 97 | 'spo2': {'value': 0.97, 'unit': '1'}, 'heartRate': {'value': 1.5, 'unit': '/s'}
            oxygen-therapy | 'device': 'cpap', 'reason': 'hypoxia', 'fio2': 0.4 | 'fio2': {'value': 40, 'unit': '%'}, 'reason': 'hypoxia', 'device': 'cpap'
            fluid-bolus    | 'volume': 500, 'reason': 'hydration' | 'volume': {'value': 0.5, 'unit': 'L'}, 'reason': 'hydration'
            medication     | 'drug': 'other', 'dose': 0.25 | 'drug': 'other', 'dose': {'value': 250, 'unit': 'ug'}
            seizure        | 'type': 'clinical', 'durationMinutes': 5, 'resolved': true, 'returnedToBaseline': true | 'type': 'clinical', 'durationMinutes': {'value': 300, 'unit': 's'}, 'resolved': true, 'returnedToBaseline': true
            lab-result     | 'analyte': 'ferritin', 'value': 1200, 'unit': 'ng/mL' | 'analyte': 'ferritin', 'value': 1200, 'unit': 'ug/L'
            lab-result     | 'analyte': 'crp', 'value': 3, 'unit': 'mg/dL', 'referenceHigh': 0.5 | 'analyte': 'crp', 'value': 30, 'unit': 'mg/L', 'referenceHigh': 5
            vasopressor    | 'agent': 'dopamine', 'action': 'started', 'rate': {'value': 1, 'unit': 'mg/h'} | 'agent': 'dopamine', 'action': 'started', 'rate': {'value': 1000, 'unit': 'ug/h'}
            attribution    | 'components': ['ice', 'fever'], 'cause': 'c', 'from': '2026-03-01T02:00:00+02:00' | 'components': ['fever', 'ice', 'fever'], 'cause': 'c', 'from': '2026-03-01T00:00:00.000Z'
            neuro-check    | 'notTestable': ['ice', 'capd'] | 'notTestable': ['capd', 'ice']
            """)
    void equalContentHasOneHash(String kind, String one, String other) {
        assertThat(hash(kind, one)).isEqualTo(hash(kind, other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            vital-signs | 'temperature': 38 | 'temperature': 38.000001
            vital-signs | 'temperature': 38 | 'temperature': {'value': 100.40001, 'unit': '[degF]'}
            vital-signs | 'systolic': 90 | 'diastolic': 90
            lab-result  | 'analyte': 'crp', 'value': 3, 'unit': 'mg/dL' | 'analyte': 'crp', 'value': 3, 'unit': 'mg/L'
            lab-result  | 'analyte': 'crp', 'value': 3, 'unit': 'mg/dL' | 'analyte': 'crp', 'value': 3, 'unit': 'mg/dL', 'comparator': '<'
            lab-result  | 'analyte': 'd-dimer', 'value': 1, 'unit': 'mg/L{FEU}' | 'analyte': 'd-dimer', 'value': 1, 'unit': 'mg/L{DDU}'
            neuro-check | 'ice': 10 | 'ice': {'orientation': 4, 'naming': 3, 'commands': 1, 'writing': 1, 'attention': 1}
            neuro-check | 'ice': 10 | 'ice': 10, 'tremor': false
            """)
    void otherContentHasAnother(String kind, String one, String other) {
        assertThat(hash(kind, one)).isNotEqualTo(hash(kind, other));
    }

    private static ContentHash hash(String kind, String fields) {
        var known = Word.of(Kind.class, kind).orElseThrow();
        return ContentHash.of(Samples.accepted(Samples.message(known, fields)).submission());
    }
}
