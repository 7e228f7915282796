extension String {
  /// The text in lines of at most so many columns, broken at blanks and between wide signs.
  ///
  /// No line begins with a closing mark. A word that is wider than a line stands alone on one.
  public func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces {
      let isBlank = piece == " "
      if !line.isEmpty, line.displayWidth + piece.displayWidth > width {
        lines.append(line.trimmingBlanks)
        line = isBlank ? "" : piece
      } else if !(line.isEmpty && isBlank) {
        line += piece
      }
    }
    if !line.trimmingBlanks.isEmpty { lines.append(line.trimmingBlanks) }
    return lines
  }

  /// Blanks, words, and single wide signs with the closing marks behind them.
  private var pieces: [String] {
    var pieces: [String] = []
    var word = ""
    for sign in self {
      let closes = "，。；：、！？）》”」』】％…".contains(sign)
      if sign == " " || sign.displayWidth == 2 && !closes {
        if "（《“「『【".contains(word.last ?? " ") {
          word.append(sign)
          continue
        }
        if !word.isEmpty { pieces.append(word) }
        word = String(sign)
        if sign == " " {
          pieces.append(" ")
          word = ""
        }
      } else if let last = word.last, last.displayWidth == 2, !closes, !"（《“「『【".contains(last) {
        pieces.append(word)
        word = String(sign)
      } else {
        word.append(sign)
      }
    }
    return word.isEmpty ? pieces : pieces + [word]
  }

  private var trimmingBlanks: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
