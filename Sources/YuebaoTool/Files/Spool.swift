import Platform

/// Output that is held back until all of it is there: in memory while it is small, then in a file of its own that has no
/// name any more, so that nothing of it stays behind.
final class Spool {
  /// Pieces of memory; those behind the last that is in use are empty.
  private var pieces: [[UInt8]] = []
  private var last = 0
  private var file: Int32?
  private let folder: String
  private static let mostPieces = 32
  private static let pieceSize = 1 << 20

  /// - Parameter folder: where the file is made, if it comes to that.
  init(folder: String = Host.temporaryFolder) {
    self.folder = folder
  }

  deinit { if let file { try? Disk.system.close(file) } }

  func append(_ bytes: [UInt8]) throws(DiskError) {
    if last < pieces.count, pieces[last].count + bytes.count > Spool.pieceSize { last += 1 }
    if last == Spool.mostPieces { try flush() }
    if last == pieces.count {
      pieces.append([])
      pieces[last].reserveCapacity(max(Spool.pieceSize, bytes.count))
    }
    pieces[last] += bytes
  }

  private func flush() throws(DiskError) {
    let file: Int32
    if let known = self.file { file = known } else { file = try makeFile() }
    self.file = file
    for index in pieces.indices {
      try Disk.write(pieces[index], to: file, folder)
      pieces[index].removeAll(keepingCapacity: true)
    }
    last = 0
  }

  private func makeFile() throws(DiskError) -> Int32 {
    let path = PathName(folder).appending(
      ".yuebao-\(ProcessCalls.number)-\(UInt32.random(in: 0...UInt32.max))")
    let file = try Disk.open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW)
    try Disk.told(path) { () throws(SystemFault) in
      try Disk.system.remove(path, in: Disk.here, isFolder: false)
    }
    return file
  }

  /// Hands on everything in pieces, in order.
  func pour<Failure: Error>(
    _ take: ([UInt8]) throws(Failure) -> Void, refused: (DiskError) -> Failure
  ) throws(Failure) {
    if let file {
      var offset = 0
      while true {
        let piece: [UInt8]
        do {
          piece = try Disk.read(file, folder, at: offset, most: Spool.pieceSize)
        } catch { throw refused(error) }
        if piece.isEmpty { break }
        try take(piece)
        offset += piece.count
      }
    }
    for piece in pieces where !piece.isEmpty { try take(piece) }
  }
}
