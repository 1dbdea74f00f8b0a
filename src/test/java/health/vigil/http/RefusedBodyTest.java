package health.vigil.http;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A client that writes its whole body before it reads still gets the refusal: the connection is not reset.
@ServiceTest
class RefusedBodyTest {
    private static final byte[] PIECE = " ".repeat(0x10000).getBytes(StandardCharsets.US_ASCII);

    /// More than the socket buffers hold: 24 and 12 MB.
    private static final int PIECES = 384;
    private static final int FEWER = 192;

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson", "text/plain"})
    void aBodyThatIsTooLargeIs413(String type) throws IOException {
        var answer = send(PIECES, "Content-Type: " + type, "Authorization: Bearer " + As.token(Role.NURSE));

        assertThat(RawHttp.status(answer)).isEqualTo(413);
        assertThat(answer).contains("application/problem+json").containsIgnoringCase("connection: close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson"})
    void soIsOneThatDoesNotSayHowLongItIs(String type) throws IOException {
        var answer = sendChunks("Content-Type: " + type, "Authorization: Bearer " + As.token(Role.NURSE));

        assertThat(RawHttp.status(answer)).isEqualTo(413);
        assertThat(answer).contains("application/problem+json").containsIgnoringCase("connection: close");
    }

    /// The sender declares that the connection ends with the response.
    @ParameterizedTest
    @CsvSource({"Authorization: Bearer none, 401", "Content-Encoding: gzip, 415"})
    void oneThatIsRefusedForSomethingElseIsToldSo(String header, int status) throws IOException {
        var answer = send(FEWER, "Content-Type: application/x-ndjson", "Connection: close", header);

        assertThat(RawHttp.status(answer)).isEqualTo(status);
        assertThat(answer).contains("application/problem+json");
    }

    private static String send(int pieces, String... headers) throws IOException {
        return exchange(server -> {
            server.write(head("Content-Length: " + pieces * PIECE.length, headers));
            for (int piece = 0; piece < pieces; piece++) {
                server.write(PIECE);
            }
        });
    }

    private static String sendChunks(String... headers) throws IOException {
        return exchange(server -> {
            server.write(head("Transfer-Encoding: chunked", headers));
            for (int piece = 0; piece < PIECES; piece++) {
                server.write((Integer.toHexString(PIECE.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                server.write(PIECE);
                server.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            server.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });
    }

    private static byte[] head(String length, String... headers) {
        var lines = String.join("\r\n", headers);
        return "POST /v1/observations HTTP/1.1\r\nHost: localhost\r\n%s\r\n%s\r\n\r\n"
                .formatted(length, lines)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private interface Request {
        void write(OutputStream server) throws IOException;
    }

    private static String exchange(Request request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            request.write(socket.getOutputStream());
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
