// What the benches of lanes share, to be included in a module that has clk, reset, start, done, clipped, result and words of a lane, and `file`
// is read line by line: opening and reset, a start and its end, the tally of registers and phases, and the last line.
//
// Phases have numbers, 1 and up, which `recorded` holds while they run, for whoever counts what the circuit does meanwhile. With +record=N only
// blocks of eight updates run, every N-th block of a phase, and the totals of phases are not compared.
//
// What $fscanf writes into a port does not count as a change in Verilator 5.006: read into a variable and assign it.
//
// A lane that does not end within LaneClocks stops the simulation; the longest update, 4096 bits twice, takes some 2 x 128 x 20 clocks.
localparam int LaneClocks = 100_000;

int file, waited, phase_number, record;
logic [7:0] recorded = 8'd0;
longint recorded_updates[256], recorded_cycles[256];
longint drawn, clips, updates, differences, cycles;
string path;

always #1 clk = !clk;
always @(posedge clk) begin
  cycles++;
  recorded_cycles[recorded]++;
end

task automatic open_phases();
  if (!$value$plusargs("phases=%s", path)) $fatal(1, "Give +phases=FILE.");
  if (!$value$plusargs("record=%d", record)) record = 1;
  file = $fopen(path, "r");
  if (file == 0) $fatal(1, "Cannot read %s.", path);
  repeat (2) @(negedge clk);
  reset = 1'b0;
endtask

task automatic begin_phase();
  drawn = 0;
  clips = 0;
  recorded = 8'(phase_number);
endtask

function automatic bit is_run(input int parameter_index);
  return parameter_index / 8 % record == 0;
endfunction

// Starts the lane, waits for its end and returns whether the register is what it should be.
task automatic run_lane(input int expected, output bit same);
  recorded_updates[recorded]++;
  start = 1'b1;
  @(negedge clk);
  start = 1'b0;
  for (waited = 0; !done; waited++) begin
    if (waited == LaneClocks) $fatal(1, "Update %0d has not ended after %0d clocks.", updates, waited);
    @(negedge clk);
  end
  drawn += longint'(words);
  clips += longint'(clipped);
  updates++;
  same = result == 16'(expected);
  if (!same) differences++;
endtask

task automatic end_phase(input longint expected_drawn, input longint expected_clips);
  if (record == 1 && (drawn != expected_drawn || clips != expected_clips)) begin
    differences++;
    $display("a phase drew %0d words and clipped %0d, not %0d and %0d", drawn, clips, expected_drawn, expected_clips);
  end
endtask

task automatic finish();
  recorded = 8'd0;
  for (int i = 1; i < 256; i++) begin
    if (recorded_updates[i] != 0) $display("recorded %0d: %0d updates, %0d cycles", i, recorded_updates[i], recorded_cycles[i]);
  end
  $display("%0d updates, %0d differences, %0d cycles", updates, differences, cycles);
  $finish;
endtask
