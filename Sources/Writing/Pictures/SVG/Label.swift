/// A line of text in a picture: where it stands, and how much room it takes.
struct Label: Hashable, Sendable {
  enum Anchor: String { case start, middle, end }

  var text: String
  /// The start, the middle or the end of the text, as the anchor says.
  var x: Int
  /// The base line.
  var y: Int
  var size: Int
  var style: String
  var anchor = Anchor.start

  /// The width in pixels; never less than what a common font takes.
  var width: Int { Label.width(of: text, size: size) }

  var left: Int {
    switch anchor {
    case .start: x
    case .middle: x - width / 2
    case .end: x - width
    }
  }

  /// Whether the rooms of the two texts share a point.
  func overlaps(_ other: Label) -> Bool {
    let (tops, bottoms) = (
      (y - size, other.y - other.size), (y + size / 4, other.y + other.size / 4)
    )
    return left < other.left + other.width && other.left < left + width && tops.0 < bottoms.1
      && tops.1 < bottoms.0
  }

  /// Full-width signs take the size of the font, capitals and digits about two thirds, others
  /// less; rounded up.
  static func width(of text: String, size: Int) -> Int {
    (hundredths(of: text) * size + 99) / 100
  }

  /// The width in hundredths of the size of the font; that of two texts together is the sum.
  private static func hundredths(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + share(of: $1) }
  }

  private static func share(of scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "i", "j", "l", "'", "|", "!": 32
    case " ", ".", ",", ":", ";", "f", "t", "r", "I", "(", ")", "-", "/": 40
    case "·": 100
    case "m", "w", "M", "W", "%", "@", "&": 92
    case "A"..."Z": 72
    case "0"..."9", "+", "~", "<", ">", "=": 60
    case _ where scalar.value < 0x2000: 60
    default: 100
    }
  }

  /// The text cut to a width, with … where something is missing.
  static func cut(_ text: String, to width: Int, size: Int) -> String {
    if self.width(of: text, size: size) <= width { return text }
    var kept = text
    while !kept.isEmpty, self.width(of: kept + "…", size: size) > width { kept.removeLast() }
    return kept + "…"
  }

  /// The text in lines of at most a width; English breaks between words, Chinese anywhere but in
  /// front of a mark.
  static func lines(of text: String, width: Int, size: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    // How wide the line is, in hundredths of the size.
    var taken = 0
    for word in words(of: text) {
      let more = hundredths(of: word)
      if !line.isEmpty, ((taken + more) * size + 99) / 100 > width {
        lines.append(line)
        (line, taken) = word == " " ? ("", 0) : (word, more)
      } else {
        line += word
        taken += more
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// What a line break may not cut: a run of ASCII signs, or a sign with the marks behind it.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    // Whether the sign before is of a run.
    var runs = false
    for sign in text {
      let isOfRun = sign.isASCII && sign != " "
      if isClosing(sign) || isOfRun && runs, !words.isEmpty {
        words[words.count - 1].append(sign)
      } else {
        words.append(String(sign))
      }
      runs = isOfRun
    }
    return words
  }

  private static func isClosing(_ sign: Character) -> Bool {
    guard let scalar = sign.unicodeScalars.first, sign.unicodeScalars.count == 1 else {
      return false
    }
    switch scalar {
    case "，", "。", "；", "：", "、", "）", "”", "》": return true
    default: return false
    }
  }
}

/// Puts labels where there is room for them.
struct LabelPlacer {
  private(set) var placed: [Label] = []
  let left: Int
  let right: Int

  init(left: Int, right: Int) {
    self.left = left
    self.right = right
  }

  /// Takes the label, moved into the picture's width, unless it would cover another.
  mutating func place(_ label: Label) {
    var label = label
    if label.left < left { label.x += left - label.left }
    if label.left + label.width > right { label.x -= label.left + label.width - right }
    if placed.contains(where: label.overlaps) { return }
    placed.append(label)
  }
}
