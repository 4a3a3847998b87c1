/// .NET's `List.Sort`, step by step, so that equal elements end up where PowerShell has them.
///
/// Insertion up to sixteen elements, quicksort above, heapsort where that gets too deep.
enum IntrospectiveSort {
  /// Sorts by an order that is negative, zero or positive.
  static func sort<T>(_ elements: inout [T], _ order: (T, T) -> Int) {
    guard elements.count > 1 else { return }
    let depth = 2 * (Int.bitWidth - elements.count.leadingZeroBitCount)
    sort(&elements, 0, elements.count, depth, order)
  }

  private static func sort<T>(_ a: inout [T], _ start: Int, _ end: Int, _ limit: Int, _ order: (T, T) -> Int) {
    var end = end
    var limit = limit
    while end - start > 1 {
      let count = end - start
      if count <= 16 {
        if count <= 3 { sortFew(&a, start, count, order) } else { insert(&a, start, end, order) }
        return
      }
      if limit == 0 { return heapSort(&a, start, count, order) }
      limit -= 1
      let pivot = partition(&a, start, end, order)
      sort(&a, pivot + 1, end, limit, order)
      end = pivot
    }
  }

  private static func swapIfGreater<T>(_ a: inout [T], _ i: Int, _ j: Int, _ order: (T, T) -> Int) {
    if order(a[i], a[j]) > 0 { a.swapAt(i, j) }
  }

  private static func sortFew<T>(_ a: inout [T], _ start: Int, _ count: Int, _ order: (T, T) -> Int) {
    swapIfGreater(&a, start, start + 1, order)
    guard count == 3 else { return }
    swapIfGreater(&a, start, start + 2, order)
    swapIfGreater(&a, start + 1, start + 2, order)
  }

  private static func insert<T>(_ a: inout [T], _ start: Int, _ end: Int, _ order: (T, T) -> Int) {
    for next in start + 1..<end {
      let element = a[next]
      var place = next - 1
      while place >= start, order(element, a[place]) < 0 {
        a[place + 1] = a[place]
        place -= 1
      }
      a[place + 1] = element
    }
  }

  private static func partition<T>(_ a: inout [T], _ start: Int, _ end: Int, _ order: (T, T) -> Int) -> Int {
    let last = end - 1
    let middle = start + (last - start) / 2
    swapIfGreater(&a, start, middle, order)
    swapIfGreater(&a, start, last, order)
    swapIfGreater(&a, middle, last, order)
    let pivot = a[middle]
    a.swapAt(middle, last - 1)
    var left = start
    var right = last - 1
    while left < right {
      repeat { left += 1 } while left < last && order(a[left], pivot) < 0
      repeat { right -= 1 } while right > start && order(pivot, a[right]) < 0
      if left >= right { break }
      a.swapAt(left, right)
    }
    if left != last - 1 { a.swapAt(left, last - 1) }
    return left
  }

  private static func heapSort<T>(_ a: inout [T], _ start: Int, _ count: Int, _ order: (T, T) -> Int) {
    for root in stride(from: count / 2, through: 1, by: -1) { sink(&a, start, root, count, order) }
    for size in stride(from: count, to: 1, by: -1) {
      a.swapAt(start, start + size - 1)
      sink(&a, start, 1, size - 1, order)
    }
  }

  private static func sink<T>(_ a: inout [T], _ start: Int, _ root: Int, _ count: Int, _ order: (T, T) -> Int) {
    var root = root
    let element = a[start + root - 1]
    while root <= count / 2 {
      var child = root * 2
      if child < count, order(a[start + child - 1], a[start + child]) < 0 { child += 1 }
      guard order(element, a[start + child - 1]) < 0 else { break }
      a[start + root - 1] = a[start + child - 1]
      root = child
    }
    a[start + root - 1] = element
  }
}
