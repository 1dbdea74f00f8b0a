package health.vigil.hl7;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.GenericMessage;
import ca.uhn.hl7v2.model.GenericSegment;
import ca.uhn.hl7v2.parser.EncodingCharacters;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.util.Terser;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Our reading of a segment agrees with that of HAPI HL7v2, where HAPI alters nothing.
class HapiAgreementTest {
    private static final GenericModelClassFactory MODEL = new GenericModelClassFactory();
    private static final EncodingCharacters USUAL = new EncodingCharacters('|', "^~\\&");
    private static final int MOST_PARTS = 6;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PID|1||x^^^OTHER&1.2&ISO^AN~p-1^^^HOSP^MR||Ward^Ada^May||19680402|F",
                "PV1|1|I|HEM^2^12^HOSP|||a&b&c^d~e",
                "OBR|1|o-1^x|f-9^y&z|VITALS^Vitals|||20260302100000",
                "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1.1.1.1|88|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||R",
                "OBX|2|ST|1988-5^CRP^LN||a\\F\\b \\S\\ \\T\\ \\R\\ \\E\\|mg/L",
                "ZZZ|a~~b|^^x&&y|",
                "OBX"
            })
    void everyPartOfASegmentIsTheSame(String line) throws HL7Exception {
        var ours = Er7Segment.of(line, 1, new Er7Escapes(Er7Delimiters.USUAL, StandardCharsets.US_ASCII));
        var theirs = segment(line);

        for (int field = 1; field <= MOST_PARTS; field++) {
            for (int component = 1; component <= MOST_PARTS; component++) {
                for (int subcomponent = 1; subcomponent <= MOST_PARTS; subcomponent++) {
                    assertThat(ours.value(field, component, subcomponent))
                            .as("%s %d.%d.%d", line, field, component, subcomponent)
                            .isEqualTo(Objects.toString(Terser.get(theirs, field, 0, component, subcomponent), ""));
                }
            }
        }
    }

    private static GenericSegment segment(String line) throws HL7Exception {
        try (var context = new DefaultHapiContext(MODEL)) {
            var message = new GenericMessage.V26(MODEL);
            var segment = new GenericSegment(message, line.substring(0, 3));
            context.getPipeParser().parse(segment, line, USUAL);
            return segment;
        }
    }
}
