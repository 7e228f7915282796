import Languages
import Platform
import Synchronization

/// Holds back the signals that end a program while files change places.
enum Interrupts {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private static let isPending = Atomic<Bool>(false)

  /// Carries out the work to its end, whatever signal comes; then obeys.
  ///
  /// - Throws: `Interrupted` behind the work, or what the work throws.
  static func deferred(_ work: () throws -> Void) throws {
    isPending.store(false, ordering: .relaxed)
    let before = signals.map {
      signal($0) { _ in Interrupts.isPending.store(true, ordering: .relaxed) }
    }
    defer { for (number, handler) in zip(signals, before) { signal(number, handler) } }
    try work()
    if isPending.load(ordering: .relaxed) { throw Interrupted() }
  }
}

/// A signal asked the program to stop.
struct Interrupted: ExitingError {
  var exit: Console.Exit { .interrupted }

  func text(in language: Language) -> String {
    Wording(
      en: "interrupted; what was written until now is whole",
      zh: "已中断；此前写好的文件是完整的"
    ).text(in: language)
  }
}
