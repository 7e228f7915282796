import Platform
import Synchronization

/// Does numbered pieces of work on several threads and hands their results on in the order of the numbers.
///
/// No more than a few results wait at a time, so that memory does not grow with the number of pieces; who takes the
/// results is on the calling thread, which works, too, while there is nothing to take: a thread that only waited would be
/// woken for each result, and stop another each time. The outcome is the same for any number of threads: of several
/// failures the first in order is told.
package enum OrderedWork {
  /// Runs all pieces.
  ///
  /// - Parameters:
  ///   - count: how many pieces there are.
  ///   - threads: how many work at a time, the calling one among them, or as many as the system has left; with one
  ///     everything is done on the calling thread.
  ///   - work: does one piece; called on several threads at a time.
  ///   - take: takes a result; called in order.
  /// - Throws: the first failure in order, after which nothing more is taken.
  package static func run<Output: Sendable, Failure: Error>(
    _ count: Int, threads: Int, work: @escaping @Sendable (Int) throws(Failure) -> Output,
    take: (Output) throws(Failure) -> Void
  ) throws(Failure) {
    if threads < 2 || count < 2 {
      for piece in 0..<count { try take(try work(piece)) }
      return
    }
    let desk = Desk<Output, Failure>(pieces: count, places: threads * waiting)
    var workers = 0
    while workers < min(threads, count) - 1,
      Host.startThread(stackSize: stackSize, { desk.serve(work) })
    { workers += 1 }
    defer { desk.close(workers) }
    for piece in 0..<count {
      while !desk.isReady(piece), desk.workOnce(work) {}
      try take(try desk.result(of: piece).get())
    }
  }

  /// How many results may wait for each thread.
  private static let waiting = 4
  /// As much as the main thread has.
  private static let stackSize = 8 << 20
}

/// Where workers lay down their results: a ring of places, each for one piece at a time.
private final class Desk<Output: Sendable, Failure: Error>: Sendable {
  private let pieces: Int
  private let next = Atomic<Int>(0)
  private let isClosed = Atomic<Bool>(false)
  private let results: [Place<Result<Output, Failure>>]
  /// Signalled when a place's result lies there.
  private let ready: [DispatchSemaphore]
  /// How many more pieces may be begun.
  private let free: DispatchSemaphore
  private let gone = DispatchSemaphore(value: 0)

  init(pieces: Int, places: Int) {
    self.pieces = pieces
    results = (0..<places).map { _ in Place() }
    ready = (0..<places).map { _ in DispatchSemaphore(value: 0) }
    // A semaphore must not end below the value that it began with: it begins with none.
    free = DispatchSemaphore(value: 0)
    for _ in 0..<places { free.signal() }
  }

  /// Works until no piece is left.
  func serve(_ work: @Sendable (Int) throws(Failure) -> Output) {
    repeat { free.wait() } while doNext(work)
    gone.signal()
  }

  /// Does a piece, if one may be begun at once.
  ///
  /// - Returns: `false` where there was none.
  func workOnce(_ work: @Sendable (Int) throws(Failure) -> Output) -> Bool {
    free.wait(timeout: .init(uptimeNanoseconds: 0)) == .success && doNext(work)
  }

  /// Does the next piece, which may be begun; `false` where there is none.
  private func doNext(_ work: @Sendable (Int) throws(Failure) -> Output) -> Bool {
    let piece = next.add(1, ordering: .relaxed).oldValue
    if piece >= pieces || isClosed.load(ordering: .relaxed) { return false }
    let result: Result<Output, Failure>
    do { result = .success(try work(piece)) } catch { result = .failure(error) }
    results[piece % results.count].put(result)
    ready[piece % results.count].signal()
    return true
  }

  /// Whether the result of a piece lies there; asked for in the order of the pieces.
  func isReady(_ piece: Int) -> Bool { results[piece % results.count].isTaken }

  /// Waits for the result of a piece; pieces are asked for in their order.
  func result(of piece: Int) -> Result<Output, Failure> {
    ready[piece % results.count].wait()
    let result = results[piece % results.count].take()
    free.signal()
    return result
  }

  /// Sends the workers home and waits until they are gone.
  func close(_ workers: Int) {
    isClosed.store(true, ordering: .relaxed)
    for _ in 0..<workers { free.signal() }
    for _ in 0..<workers { gone.wait() }
  }
}

/// Room for one value, which one thread lays down and another takes away.
private final class Place<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  /// Whether a value lies there.
  var isTaken: Bool { value.withLock { $0 != nil } }

  func put(_ new: Value) { value.withLock { $0 = new } }

  /// - Precondition: a value lies there.
  func take() -> Value {
    value.withLock { value in
      guard let taken = value else { preconditionFailure("a result is taken once it is ready") }
      value = nil
      return taken
    }
  }
}
