import CommandLineKit
import Languages
import Platform

/// Shows on standard error how far long work has come: on a terminal one line that is drawn anew, else plain lines now
/// and then. Short work shows nothing.
struct Progress {
  private let text: ProgressText
  private let session: Session
  private let start = ContinuousClock.now
  private var shown: ContinuousClock.Instant
  private var done = 0
  private var isDrawn = false

  init(_ doing: Wording, total: Int, _ session: Session) {
    text = ProgressText(doing, total: total)
    self.session = session
    shown = start
  }

  /// One step is done.
  mutating func step() {
    done += 1
    let now = ContinuousClock.now
    let pause: Duration = session.errorIsTerminal ? .milliseconds(200) : .seconds(10)
    guard !session.isQuiet, now - shown >= pause else { return }
    shown = now
    let line = session.text(text.line(done: done, seconds: (now - start) / .seconds(1)))
    if session.errorIsTerminal {
      Console.draw("\r\u{1B}[K" + line)
      isDrawn = true
    } else {
      Console.report(line)
    }
  }

  /// Takes the drawn line away.
  func finish() {
    if isDrawn { Console.draw("\r\u{1B}[K") }
  }
}
