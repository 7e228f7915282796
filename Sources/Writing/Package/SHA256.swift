/// The SHA-256 digest of bytes, as FIPS 180-4 defines it.
///
/// Only for telling whether a file is the one that was written; nothing secret depends on it.
package enum SHA256 {
  /// The digest as 64 hexadecimal digits in lower case.
  package static func hexDigest(of bytes: [UInt8]) -> String {
    var state = initialState
    let tail = padding(of: bytes)
    constants.withUnsafeBufferPointer { constants in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
        for text in [bytes, tail] {
          text.withUnsafeBytes { text in
            for start in stride(from: 0, to: text.count - text.count % blockSize, by: blockSize) {
              stretch(text, start, to: words)
              compress(words, constants, into: &state)
            }
          }
        }
      }
    }
    return [state.a, state.b, state.c, state.d, state.e, state.f, state.g, state.h]
      .map(hex).joined()
  }

  private static let blockSize = 64

  /// What does not fill a block, a one bit, zeros, and the length in bits.
  private static func padding(of bytes: [UInt8]) -> [UInt8] {
    var tail = Array(bytes.suffix(bytes.count % blockSize)) + [0x80]
    while tail.count % blockSize != blockSize - 8 { tail.append(0) }
    let bits = UInt64(bytes.count) * 8
    return tail + (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) }
  }

  private struct State {
    var a, b, c, d, e, f, g, h: UInt32
  }

  @inline(__always)
  private static func compress(
    _ words: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>,
    into state: inout State
  ) {
    var now = state
    for round in 0..<64 {
      let mix = rotated(now.e, 6) ^ rotated(now.e, 11) ^ rotated(now.e, 25)
      let choice = (now.e & now.f) ^ (~now.e & now.g)
      let first = now.h &+ mix &+ choice &+ constants[round] &+ words[round]
      let turn = rotated(now.a, 2) ^ rotated(now.a, 13) ^ rotated(now.a, 22)
      let majority = (now.a & now.b) ^ (now.a & now.c) ^ (now.b & now.c)
      now = State(
        a: first &+ turn &+ majority, b: now.a, c: now.b, d: now.c, e: now.d &+ first, f: now.e,
        g: now.f, h: now.g)
    }
    state = State(
      a: state.a &+ now.a, b: state.b &+ now.b, c: state.c &+ now.c, d: state.d &+ now.d,
      e: state.e &+ now.e, f: state.f &+ now.f, g: state.g &+ now.g, h: state.h &+ now.h)
  }

  /// The 64 words that the 16 of a block are stretched to.
  @inline(__always)
  private static func stretch(
    _ text: UnsafeRawBufferPointer, _ start: Int, to words: UnsafeMutableBufferPointer<UInt32>
  ) {
    for index in 0..<16 {
      let word = text.loadUnaligned(fromByteOffset: start + index * 4, as: UInt32.self)
      words[index] = UInt32(bigEndian: word)
    }
    for index in 16..<64 {
      let (near, far) = (words[index - 2], words[index - 15])
      let small = rotated(far, 7) ^ rotated(far, 18) ^ far >> 3
      let large = rotated(near, 17) ^ rotated(near, 19) ^ near >> 10
      words[index] = words[index - 16] &+ small &+ words[index - 7] &+ large
    }
  }

  @inline(__always)
  private static func rotated(_ word: UInt32, _ places: UInt32) -> UInt32 {
    word &>> places | word &<< (32 &- places)
  }

  private static func hex(_ word: UInt32) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }

  private static let initialState = State(
    a: 0x6a09_e667, b: 0xbb67_ae85, c: 0x3c6e_f372, d: 0xa54f_f53a, e: 0x510e_527f,
    f: 0x9b05_688c, g: 0x1f83_d9ab, h: 0x5be0_cd19)

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
