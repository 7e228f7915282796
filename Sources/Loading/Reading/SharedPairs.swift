/// How much the paragraphs at an article's end share with each of the articles near it, in pairs of neighbouring Han
/// signs. A pair counts once, and weighs the less, the more articles hold it.
///
/// Of the paragraphs of an article that hold a pair only the first and the last matter: an end that begins behind the last
/// has no share in it, and one that begins behind the first leaves it to the rest of the article, too. There each pair
/// (`PairTable` finds them) writes down what it weighs, and the sums from an article's last paragraph back are what its
/// ends share. `SharedPairTests` compares them with sets.
struct SharedPairs {
  /// What a pair weighs that stands in one article only; one that stands in two weighs half of it, and so on: all whole
  /// numbers.
  static let rare = 60
  /// A pair that stands in more articles says nothing.
  static let most = 6
  /// So many articles before an article and behind it are compared with it, so that the work has a bound.
  static let reach = 24

  /// For each paragraph, in the order of the articles, what the end that begins with it shares with each article as far
  /// from its own as `reach` allows.
  private var sums: [Int32] = []
  /// The first of these paragraphs of each article.
  private var firsts: [Int] = []
  /// How far articles are compared, as there may be few.
  private let reach: Int
  /// With how many articles each is compared.
  private var width: Int { 2 * reach + 1 }

  init(_ flow: Flow) {
    reach = min(SharedPairs.reach, max(0, flow.articles.count - 1))
    firsts.reserveCapacity(flow.articles.count)
    var articles: [Int32] = []
    articles.reserveCapacity(flow.paragraphs.count)
    for (index, article) in flow.articles.enumerated() {
      firsts.append(articles.count)
      for _ in article.paragraphs { articles.append(Int32(index)) }
    }
    let (reach, width) = (reach, width)
    let rows = articles.indices.map { $0 * width + reach - Int(articles[$0]) }
    sums = [Int32](repeating: 0, count: articles.count * width)
    sums.withUnsafeMutableBufferPointer { sums in
      guard let sums = sums.baseAddress else { return }
      articles.withUnsafeBufferPointer { articles in
        rows.withUnsafeBufferPointer { rows in
          guard let articles = articles.baseAddress, let rows = rows.baseAddress else { return }
          let places = Places(articles: articles, rows: rows, reach: reach)
          PairTable.forEachPair(of: flow) { links, last in
            SharedPairs.weigh(links, last, places, sums)
          }
        }
      }
      for paragraph in articles.indices.dropLast().reversed()
      where articles[paragraph] == articles[paragraph + 1] {
        SharedPairs.addUp(sums + paragraph * width, width)
      }
    }
  }

  /// The articles that an article is compared with, itself among them.
  func articles(near article: Int) -> Range<Int> {
    max(0, article - reach)..<min(firsts.count, article + reach + 1)
  }

  /// What the paragraphs of an article from one on share with an article near it: with their own it is what stands
  /// before them.
  func weight(of article: Int, from position: Int, with other: Int) -> Int {
    Int(sums[(firsts[article] + position) * width + other - article + reach])
  }

  // MARK: Weighing

  /// What is known of the paragraphs.
  private struct Places {
    /// The article of each.
    let articles: UnsafePointer<Int32>
    /// Where the sums of each lie, less its article: with the number of another article it is the place of what they share.
    let rows: UnsafePointer<Int>
    let reach: Int
  }

  /// An article that holds a pair, and the rows of the first and the last of its paragraphs that do.
  private struct Holder: BitwiseCopyable {
    let article: Int
    let first: Int
    let last: Int
  }

  /// Writes down what a pair weighs: most pairs have two or three articles, for which the loops are written out.
  @inline(__always)
  private static func weigh(
    _ links: UnsafePointer<PairTable.Link>, _ last: Int, _ places: Places,
    _ sums: UnsafeMutablePointer<Int32>
  ) {
    switch Int(links[last].count) {
    case 1: weigh(1, links, last, places, sums)
    case 2: weigh(2, links, last, places, sums)
    case 3: weigh(3, links, last, places, sums)
    // Where one article more has it than the most, it weighs something for each of them without its own rest.
    case let count: if count <= most + 1 { weigh(count, links, last, places, sums) }
    }
  }

  /// Writes down what a pair of so many articles weighs: `with` an article's own rest, and without it `apart` more.
  ///
  /// An end that begins at its first paragraph there leaves nothing of it to the rest, one behind that does. So the weight
  /// with the rest goes to the last paragraph, and what is to be added to it to the first.
  @inline(__always)
  private static func weigh(
    _ count: Int, _ links: UnsafePointer<PairTable.Link>, _ last: Int, _ places: Places,
    _ sums: UnsafeMutablePointer<Int32>
  ) {
    let with = count > most ? 0 : Int32(rare / count)
    let apart = count == 1 ? 0 : Int32(rare / (count - 1)) - with
    withUnsafeTemporaryAllocation(of: Holder.self, capacity: most + 1) { holders in
      guard let holders = holders.baseAddress else { return }
      var place = last
      for index in 0..<count {
        let link = links[place]
        place = Int(link.before)
        let own = Holder(
          article: Int(places.articles[Int(link.first)]), first: places.rows[Int(link.first)],
          last: places.rows[Int(link.last)])
        holders[index] = own
        sums[own.first &+ own.article] &-= with
        sums[own.last &+ own.article] &+= with
        for other in UnsafeBufferPointer(start: holders, count: index) {
          // The articles come from the last to the first.
          if other.article &- own.article > places.reach { continue }
          sums[own.first &+ other.article] &+= apart
          sums[own.last &+ other.article] &+= with
          sums[other.first &+ own.article] &+= apart
          sums[other.last &+ own.article] &+= with
        }
      }
    }
  }

  /// Adds to what a paragraph has written down what the end behind it shares.
  private static func addUp(_ row: UnsafeMutablePointer<Int32>, _ width: Int) {
    for place in 0..<width { row[place] &+= row[place + width] }
  }
}
