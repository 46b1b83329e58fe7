package com.contoso.tollbooth.azure.mail;

import com.contoso.tollbooth.azure.testkit.Certificates;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.subethamail.smtp.AuthenticationHandlerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/** A real SMTP server on loopback that keeps what it takes and fails where it is told to. */
public final class SmtpReceiver implements AutoCloseable {
  /** A mail as it came in. */
  public record Received(
      String sender, List<String> receivers, boolean encrypted, Object identity, String raw) {
    public MimeMessage message() throws MessagingException {
      return new MimeMessage(null, new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
    }
  }

  enum Step {
    RECEIVER,
    TEXT,
    TAKEN
  }

  private record Fault(Step step, RejectException failure) {}

  private final SMTPServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final Queue<Fault> faults = new ArrayDeque<>();

  private final AtomicBoolean breaks = new AtomicBoolean();

  public static SmtpReceiver encrypted(AuthenticationHandlerFactory signIn) {
    return encrypted("127.0.0.1", signIn);
  }

  static SmtpReceiver encrypted(String address, AuthenticationHandlerFactory signIn) {
    return new SmtpReceiver(
        builder(address)
            .enableTLS()
            .requireTLS()
            .startTlsSocketFactory(Certificates.trusted())
            .requireAuth()
            .authenticationHandlerFactory(signIn));
  }

  static SmtpReceiver clearText() {
    return new SmtpReceiver(builder("127.0.0.1"));
  }

  private SmtpReceiver(SMTPServer.Builder builder) {
    server = builder.messageHandlerFactory(Delivery::new).build();
    server.start();
  }

  private static SMTPServer.Builder builder(String address) {
    try {
      return SMTPServer.port(0).bindAddress(InetAddress.getByName(address)).hostName("smtp.test");
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public int port() {
    return server.getPortAllocated();
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  /** Whatever a client has sent as a mail's text, taken or not. */
  List<String> texts() {
    return List.copyOf(texts);
  }

  synchronized void failsOnce(Step step, RejectException failure) {
    faults.add(new Fault(step, failure));
  }

  /** Takes a mail's text and closes the connection without a word. */
  void breaksOnce() {
    breaks.set(true);
  }

  private synchronized void pass(Step step) throws RejectException {
    if (!faults.isEmpty() && faults.element().step() == step) {
      throw faults.remove().failure();
    }
  }

  @Override
  public void close() {
    server.stop();
  }

  private final class Delivery implements MessageHandler {
    private final MessageContext context;
    private final List<String> receivers = new ArrayList<>();
    private String sender = "";

    Delivery(MessageContext context) {
      this.context = context;
    }

    @Override
    public void from(String from) {
      sender = from;
    }

    @Override
    public void recipient(String receiver) throws RejectException {
      pass(Step.RECEIVER);
      receivers.add(receiver);
    }

    @Override
    public String data(InputStream in) throws RejectException, IOException {
      pass(Step.TEXT);
      String raw = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      texts.add(raw);
      pass(Step.TAKEN);
      if (breaks.getAndSet(false)) {
        ((Session) context).getSocket().close();
        throw new IOException("broken as told");
      }
      Optional<Object> identity = context.getAuthenticationHandler().map(who -> who.getIdentity());
      received.add(
          new Received(
              sender,
              receivers,
              ((Session) context).isTLSStarted(),
              identity.orElse("nobody"),
              raw));
      return null;
    }

    @Override
    public void done() {}
  }
}
