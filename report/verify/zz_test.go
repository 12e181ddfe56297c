package verify
import ("testing";"os";"context";"rapporteur/report/ledger")
func BenchmarkL(b *testing.B){
 f,_:=os.Open(os.Getenv("REP")+"/report.json"); l,err:=ledger.Read(f); if err!=nil{b.Fatal(err)}
 b.ResetTimer()
 for range b.N { fs,err:=Check(context.Background(),os.Getenv("REP")+"/report.pdf",l); if err!=nil||len(fs)>0{b.Fatal(err,fs)} }
}
