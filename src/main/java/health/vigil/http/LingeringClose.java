package health.vigil.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.Http1xServerConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Closes a connection so that the last answer is heard (RFC 9112, section 9.6). Closed at once while its sender still
/// writes, as after a refusal, it would be reset, and the answer lost with it. So our side is closed first, and what
/// still comes is thrown away: until the other side closes too, says nothing for a while, or has had time enough.
final class LingeringClose extends ChannelDuplexHandler {
    private static final Duration SILENCE = Duration.ofSeconds(1);
    private static final int LOOKS = 30;

    private static final String NAME = "lingering-close";

    private final Duration silence;
    private final int most;
    private boolean closing;
    private boolean heard;
    private int looks;

    /// @param silence after which the other side has had its say
    /// @param most how often that is looked at, whatever it says
    LingeringClose(Duration silence, int most) {
        this.silence = silence;
        this.most = most;
    }

    /// From now on the connection is closed like this. On HTTP/2 an answer ends its own stream only.
    static void on(HttpConnection connection) {
        if (connection instanceof Http1xServerConnection open
                && open.channel().pipeline().get(NAME) == null) {
            open.channel().pipeline().addFirst(NAME, new LingeringClose(SILENCE, LOOKS));
        }
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise closed) {
        if (!context.channel().isActive() || !(context.channel() instanceof DuplexChannel socket)) {
            var _ = context.close(closed);
            return;
        }
        context.channel().closeFuture().addListener(_ -> closed.trySuccess());
        if (!closing) {
            closing = true;
            var _ = socket.shutdownOutput();
            lookAgain(context);
            context.read();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (closing) {
            heard = true;
            ReferenceCountUtil.release(bytes);
        } else {
            context.fireChannelRead(bytes);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (closing) {
            context.read();
        } else {
            context.fireChannelReadComplete();
        }
    }

    private void lookAgain(ChannelHandlerContext context) {
        var _ = context.executor().schedule(() -> look(context), silence.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(ChannelHandlerContext context) {
        looks++;
        if (heard && looks < most && context.channel().isActive()) {
            heard = false;
            lookAgain(context);
        } else {
            var _ = context.close();
        }
    }
}
