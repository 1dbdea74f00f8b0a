package health.vigil.api.home;

import com.google.zxing.ReaderException;
import com.google.zxing.ResultMetadataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A reader that is not ours finds the address in the path.
class CentreCodeTest {
    private static final String ADDRESS = "https://cart.example.org/home";

    private static CentreCode code(String address) {
        return CentreCode.of("Page", address).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.org",
                ADDRESS,
                "HTTPS://CART.EXAMPLE.ORG/HOME",
                "https://kliniken.example/häuser/zürich?für=CAR-T&sprache=de",
                "cart.example.org"
            })
    void aPhoneReadsTheAddress(String address) throws ReaderException {
        var code = code(address);

        assertThat(QrReader.read(code.modules(), code.path()).getText()).isEqualTo(address);
        assertThat(code.address()).isEqualTo(address);
    }

    @Test
    void anAddressOfTwoHundredCharactersFitsTheCard() throws ReaderException {
        var address = ADDRESS + "/" + "x".repeat(199 - ADDRESS.length());

        var code = code(address);

        assertThat(address).hasSize(200);
        assertThat(QrReader.read(code.modules(), code.path()).getText()).isEqualTo(address);
        assertThat(code.modules()).isLessThanOrEqualTo(57);
    }

    /// Its modules would be too small on the card.
    @Test
    void aLongerAddressHasNoCode() {
        assertThat(CentreCode.of("Page", "x".repeat(300))).isEmpty();
    }

    /// The card is 23 mm for the code with its quiet zone of 8 modules.
    @Test
    void theShortestAddressIsDrawnAtLeastEighteenMillimetresWide() {
        int modules = code("a.org").modules();

        assertThat(23.0 * modules / (modules + 8)).isGreaterThanOrEqualTo(18);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.org", ADDRESS})
    void theErrorCorrectionIsLevelMOrBetter(String address) throws ReaderException {
        var code = code(address);

        assertThat(QrReader.read(code.modules(), code.path())
                        .getResultMetadata()
                        .get(ResultMetadataType.ERROR_CORRECTION_LEVEL))
                .isIn("M", "Q", "H");
    }
}
