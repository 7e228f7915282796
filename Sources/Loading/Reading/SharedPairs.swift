/// How much the paragraphs at an article's end share with each of the articles near it, in pairs of neighbouring Han
/// signs. A pair counts once, and weighs the less, the more articles hold it.
///
/// Of the paragraphs of an article that hold a pair only the first and the last matter: an end that begins behind the last
/// has no share in it, and one that begins behind the first leaves it to the rest of the article, too. There each pair
/// (`PairTable` finds them) writes down what it weighs, and the sums from an article's last paragraph back are what its
/// ends share. `SharedPairTests` compares them with sets.
struct SharedPairs {
  /// What a pair weighs that stands in one article only; one that stands in two weighs half of it, and so on.
  static let rare = 2520
  /// A pair that stands in more articles says nothing.
  static let most = 6
  /// So many articles before an article and behind it are compared with it, so that the work has a bound.
  static let reach = 24

  /// For each paragraph, in the order of the articles, what the end that begins with it shares with each article as far
  /// from its own as `reach` allows.
  private var sums: [Int] = []
  /// The article of each of these paragraphs, and the first paragraph of each article.
  private var articles: [Int32] = []
  private var firsts: [Int] = []
  /// How far articles are compared, as there may be few.
  private let reach: Int
  /// With how many articles each is compared.
  private var width: Int { 2 * reach + 1 }

  init(_ flow: Flow) {
    reach = min(SharedPairs.reach, max(0, flow.articles.count - 1))
    articles.reserveCapacity(flow.paragraphs.count)
    firsts.reserveCapacity(flow.articles.count)
    for (index, article) in flow.articles.enumerated() {
      firsts.append(articles.count)
      for _ in article.paragraphs { articles.append(Int32(index)) }
    }
    sums = [Int](repeating: 0, count: articles.count * width)
    sums.withUnsafeMutableBufferPointer { sums in
      guard let sums = sums.baseAddress else { return }
      SharedPairs.weights.withUnsafeBufferPointer { weights in
        PairTable.forEachPair(of: flow, articles) { holders in
          let (with, without) = (weights[holders.count], weights[holders.count - 1])
          SharedPairs.weigh(holders, with, without, reach, sums)
        }
      }
    }
    for paragraph in articles.indices.dropLast().reversed()
    where articles[paragraph] == articles[paragraph + 1] {
      addUp(paragraph)
    }
  }

  /// The articles that an article is compared with, itself among them.
  func articles(near article: Int) -> Range<Int> {
    max(0, article - reach)..<min(firsts.count, article + reach + 1)
  }

  /// What the paragraphs of an article from one on share with an article near it: with their own it is what stands
  /// before them.
  func weight(of article: Int, from position: Int, with other: Int) -> Int {
    sums[(firsts[article] + position) * width + other - article + reach]
  }

  /// What a pair weighs, by how many articles hold it.
  private static let weights = (0...most + 1).map { $0 == 0 || $0 > most ? 0 : rare / $0 }

  /// Writes down what a pair weighs.
  ///
  /// - Parameters:
  ///   - with: its weight with the rest of an article itself.
  ///   - without: its weight without it.
  @inline(__always)
  private static func weigh(
    _ holders: UnsafeBufferPointer<PairTable.Holder>, _ with: Int, _ without: Int, _ reach: Int,
    _ sums: UnsafeMutablePointer<Int>
  ) {
    let width = 2 * reach + 1
    for place in holders.indices {
      let holder = holders[place]
      let row = sums + (Int(holder.first) * width + reach)
      for other in holders[..<place] {
        let distance = Int(other.article &- holder.article)
        if distance.magnitude > reach { continue }
        row[distance] &+= without
        sums[Int(other.first) * width + reach - distance] &+= without
      }
      if holder.first == holder.last { continue }
      let last = sums + (Int(holder.last) * width + reach)
      for other in holders {
        let distance = Int(other.article &- holder.article)
        if distance.magnitude > reach { continue }
        row[distance] &-= with
        last[distance] &+= with
      }
    }
  }

  /// Adds to what a paragraph has written down what the end behind it shares.
  private mutating func addUp(_ paragraph: Int) {
    let start = paragraph * width
    for place in start..<start + width { sums[place] &+= sums[place + width] }
  }
}
