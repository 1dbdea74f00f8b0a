package health.vigil.signin;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The page for a failed sign-in. It is plain HTML, because no script of ours runs there to show a problem
/// document.
final class RefusedPage {
    private static final byte[] PAGE = read("/META-INF/resources/pages/refused.html");

    private RefusedPage() {}

    static Response answer(int status) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML + ";charset=utf-8")
                .entity(PAGE)
                .build();
    }

    private static byte[] read(String name) {
        try (InputStream file = Objects.requireNonNull(RefusedPage.class.getResourceAsStream(name))) {
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
